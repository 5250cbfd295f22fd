using System.Globalization;

namespace OpenSocialMap.Data.Embedded;

/// <summary>The main process of a running PostgreSQL; known by when it was started too, for a number is given again to another program.</summary>
internal sealed record Postmaster(int Id, string StartedAt)
{
    // Numbered from 1 in https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html; a program's name may hold blanks, so what follows it is counted.
    const int NameField = 2;
    const int StartField = 22;
    const string Zombie = "Z";

    /// <summary>The one that runs in a folder; null when there is none.</summary>
    public static Postmaster? Of(ClusterFolder folder) =>
        File.Exists(folder.PidFile)
        && int.TryParse(File.ReadLines(folder.PidFile).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && Look(id) is { } seen ? new(id, seen.StartedAt) : null;

    public bool IsAlive => Look(Id) is { } seen && seen.StartedAt == StartedAt;

    static (string State, string StartedAt)? Look(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] == Zombie ? null : (fields[0], fields[StartField - NameField - 1]);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
