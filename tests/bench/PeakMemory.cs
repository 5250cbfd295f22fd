using System.Globalization;

namespace OpenSocialMap.Bench;

/// <summary>The most memory that a process has had. https://man7.org/linux/man-pages/man5/proc_pid_status.5.html</summary>
internal static class PeakMemory
{
    /// <summary>Null when the process is gone.</summary>
    public static double? Megabytes(int id)
    {
        try
        {
            return File.ReadLines($"/proc/{id}/status")
                .Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
                .Select(line => (double?)double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024)
                .FirstOrDefault();
        }
        catch (IOException)
        {
            return null;
        }
    }
}
