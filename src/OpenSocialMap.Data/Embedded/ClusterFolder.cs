using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace OpenSocialMap.Data.Embedded;

/// <summary>The folder that holds a private PostgreSQL: its data, its password, its socket and its log.</summary>
internal sealed record ClusterFolder(string Path)
{
    const string FallbackRoot = "/var/lib/opensocialmap";

    // The socket's path must fit sockaddr_un, which holds 108 bytes with the closing zero.
    const int LongestSocketPath = 107;

    public string Data => System.IO.Path.Combine(Path, "data");
    public string Password => System.IO.Path.Combine(Path, "password");
    public string Log => System.IO.Path.Combine(Path, "log");
    public string PidFile => System.IO.Path.Combine(Data, "postmaster.pid");
    public string SocketLock => System.IO.Path.Combine(Path, ".s.PGSQL.5432.lock");
    public bool IsComplete => File.Exists(System.IO.Path.Combine(Data, "PG_VERSION")) && File.Exists(Password);
    public bool FitsSocket => Encoding.UTF8.GetByteCount(System.IO.Path.Combine(Path, ".s.PGSQL.5432")) <= LongestSocketPath;
    public int Major => int.Parse(File.ReadAllText(System.IO.Path.Combine(Data, "PG_VERSION")), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Where a new cluster is built; it gets its real name when it is complete, so one that was cut short never looks whole.</summary>
    public ClusterFolder Building => new(Path + ".building");

    /// <summary>Inside the data folder, or elsewhere when PostgreSQL's account can't go there; that choice is written down in the data folder.</summary>
    public static async Task<ClusterFolder> LocateAsync(string dataFolder, PostgresAccount account, ILogger log, CancellationToken cancellation)
    {
        var inside = new ClusterFolder(System.IO.Path.Combine(dataFolder, "postgres"));
        var note = System.IO.Path.Combine(dataFolder, "postgres.location");
        if (File.Exists(note))
            return new(File.ReadAllText(note).Trim());
        if (inside.IsComplete || await account.CanEnterAsync(dataFolder, cancellation))
            return inside;
        var fallback = System.IO.Path.Combine(FallbackRoot, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)))[..12]);
        Directory.CreateDirectory(FallbackRoot);
        File.WriteAllText(note, fallback + "\n");
        log.DatabaseElsewhere(dataFolder, fallback, note);
        return new(fallback);
    }
}
