using System.Security.Cryptography;
using System.Text;

namespace OpenSocialMap.Data.Seeding;

/// <summary>A file of the seed, by its path inside the seed folder.</summary>
internal sealed record SeedFile(string Name, byte[] Bytes);

/// <summary>The seed files as they lie in a folder, read once.</summary>
internal sealed class SeedFolder
{
    readonly Dictionary<string, SeedFile> _files;

    SeedFolder(string path, Dictionary<string, SeedFile> files)
    {
        Path = path;
        _files = files;
    }

    public string Path { get; }

    public IReadOnlyCollection<SeedFile> Files => _files.Values;

    public SeedFile? Find(string name) => _files.GetValueOrDefault(name);

    public static SeedFolder Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new SocialMapDatabaseException($"The seed folder {folder} is not there.");
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => System.IO.Path.GetExtension(path) is ".csv" or ".geojson")
            .Select(path => new SeedFile(System.IO.Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes(path)))
            .OrderBy(file => file.Name, StringComparer.Ordinal);
        return new(folder, files.ToDictionary(file => file.Name));
    }

    /// <summary>Changes when a file does, and when the code that reads them does: either may make other data.</summary>
    public string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(SeedFolder).Module.ModuleVersionId.ToByteArray());
        foreach (var file in Files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\0{file.Bytes.Length}\0"));
            hash.AppendData(file.Bytes);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
