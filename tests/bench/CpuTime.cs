using System.Globalization;

namespace OpenSocialMap.Bench;

/// <summary>The CPU time that processes have used so far, as the kernel counts it. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html</summary>
internal static class CpuTime
{
    // The kernel reports to programs in hundredths of a second, whatever its own clock does.
    private const double MillisecondsPerTick = 10;

    // Positions after the command's closing parenthesis, which is the last one of the line.
    private const int Parent = 1, User = 11, System = 12, ChildrenUser = 13, ChildrenSystem = 14;

    /// <summary>A process, its children, and those of its children that have ended.</summary>
    public static double OfTree(int id)
    {
        var self = Read(id) ?? throw new BenchException($"Process {id} has stopped.");
        var children = ChildrenOf(id).Select(Read).Where(stat => stat is not null).Sum(stat => stat![User] + stat[System]);
        return MillisecondsPerTick * (children + self[User] + self[System] + self[ChildrenUser] + self[ChildrenSystem]);
    }

    /// <summary>One process alone; null when it is gone.</summary>
    public static double? Of(int id) => Read(id) is { } stat ? MillisecondsPerTick * (stat[User] + stat[System]) : null;

    public static IEnumerable<int> ChildrenOf(int id) => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var child) ? child : 0)
        .Where(child => child > 0 && Read(child) is { } stat && stat[Parent] == id);

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
