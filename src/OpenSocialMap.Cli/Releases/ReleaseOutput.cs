using System.Globalization;
using OpenSocialMap.Data.Figures;

namespace OpenSocialMap.Cli.Releases;

/// <summary>Puts a release into a folder as the seed has it: the file, its log, and a line in releases.csv.</summary>
internal static class ReleaseOutput
{
    const string Columns = "dataset,number,published_on,notes,file,checksum,withdrawn_on,withdrawn_reason";

    /// <summary>A file that is gone when it is closed.</summary>
    public static FileStream Temporary() =>
        new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);

    /// <summary>The paths that were written.</summary>
    public static IEnumerable<string> Write(string folder, ReleaseHeader header, Draft draft, Stream file)
    {
        var path = Path.Combine(folder, ReleaseFile.Name(header.Dataset, header.Number));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var target = File.Create(path))
        {
            file.Position = 0;
            file.CopyTo(target);
        }
        var log = Path.ChangeExtension(path, ".log.txt");
        File.WriteAllText(log, ReleaseLog.Write(header, draft));
        var list = Path.Combine(folder, "releases.csv");
        if (!File.Exists(list))
            File.WriteAllText(list, Columns + "\n");
        File.AppendAllText(list, string.Join(',', new[]
        {
            header.Dataset, header.Number.ToString(CultureInfo.InvariantCulture), header.PublishedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Quoted(header.Notes), ReleaseFile.Name(header.Dataset, header.Number), header.Checksum, "", "",
        }) + "\n");
        return [path, log, list];
    }

    static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(',', '"') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
