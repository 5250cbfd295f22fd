using System.Security.Cryptography;
using OpenSocialMap.Cli.Csv;
using OpenSocialMap.Cli.Tables;

namespace OpenSocialMap.Cli.Import;

/// <summary>A file of raw figures, which is read through as often as needed and must be the same each time.</summary>
internal sealed class RawFile
{
    const int ProgressEvery = 4096;

    readonly string _path;

    RawFile(string path, string checksum)
    {
        _path = path;
        Checksum = checksum;
    }

    /// <summary>Without its folder, which may tell of the machine.</summary>
    public string Name => Path.GetFileName(_path);

    public string Checksum { get; }

    /// <exception cref="RefusedException">The file can't be read.</exception>
    public static RawFile Open(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return new(path, Convert.ToHexStringLower(SHA256.HashData(stream)));
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"{path} can't be read: {unread.Message}");
        }
    }

    /// <summary>The rows that can be read; those that can't are among the problems.</summary>
    public IEnumerable<RawRow> Rows(Vocabulary words, Problems problems, IProgress<double> progress)
    {
        using var file = CsvFile.Open(_path);
        if (RawColumns.Read(file.Next(), problems) is not { } columns)
            yield break;
        var reader = new RowReader(columns, words, problems);
        var count = 0;
        while (file.Next() is { } record)
        {
            if (reader.Read(record) is { } row)
                yield return row;
            if (++count % ProgressEvery == 0)
                progress.Report((double)file.Position / file.Length);
        }
        if (count == 0)
            problems.Add(1, "", "there are no rows; a file of figures has at least one");
    }

    /// <exception cref="RefusedException">Somebody wrote to the file since it was opened.</exception>
    public void RequireUnchanged()
    {
        if (Open(_path).Checksum != Checksum)
            throw new RefusedException($"{_path} changed while it was read; nothing was imported. Try again.");
    }
}
