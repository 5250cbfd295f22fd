using System.Globalization;

namespace OpenSocialMap.Bench;

/// <summary>The CPU time that processes have used so far, as the kernel counts it. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html</summary>
internal static class CpuTime
{
    // The kernel reports to programs in hundredths of a second, whatever its own clock does.
    private const double MillisecondsPerTick = 10;

    // Positions after the command's closing parenthesis, which is the last one of the line.
    private const int Parent = 1, User = 11, System = 12, ChildrenUser = 13, ChildrenSystem = 14;

    public static double OfProcess(int id) => MillisecondsPerTick * (Read(id) is { } stat ? stat[User] + stat[System] : 0);

    /// <summary>A PostgreSQL: its postmaster, the processes that it has now, and those that have ended.</summary>
    public static double OfPostgres(int postmaster)
    {
        var children = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? Read(id) : null)
            .Where(stat => stat is not null && stat[Parent] == postmaster)
            .Sum(stat => stat![User] + stat[System]);
        var self = Read(postmaster) ?? throw new BenchException("The database has stopped.");
        return MillisecondsPerTick * (children + self[User] + self[System] + self[ChildrenUser] + self[ChildrenSystem]);
    }

    private static long[]? Read(int id)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{id}/stat");
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            return [.. fields.Take(ChildrenSystem + 1).Select(field => long.TryParse(field, CultureInfo.InvariantCulture, out var number) ? number : 0)];
        }
        catch (IOException)
        {
            // It ended between the listing and the reading.
            return null;
        }
    }
}
