using System.Globalization;
using System.Text;

namespace OpenSocialMap.Data.Embedded;

/// <summary>The settings of a private PostgreSQL, for a small machine that it shares with the server.</summary>
internal static class PostgresSettings
{
    public static string Write(ClusterFolder folder, PostgresInstallation installation, int? port, bool durable)
    {
        var text = new StringBuilder("# Written anew at each start.\n");
        foreach (var (name, value) in Settings(folder, installation, port, durable))
            text.Append(CultureInfo.InvariantCulture, $"{name} = '{value.Replace("'", "''", StringComparison.Ordinal)}'\n");
        return text.ToString();
    }

    static IEnumerable<(string Name, string Value)> Settings(ClusterFolder folder, PostgresInstallation installation, int? port, bool durable)
    {
        yield return ("listen_addresses", port is null ? "" : "127.0.0.1");
        yield return ("port", (port ?? 5432).ToString(CultureInfo.InvariantCulture));
        yield return ("unix_socket_directories", port is null ? folder.Path : "");
        yield return ("unix_socket_permissions", "0700");
        yield return ("password_encryption", "scram-sha-256");
        yield return ("max_connections", "50");
        yield return ("shared_buffers", $"{SharedMegabytes()}MB");
        yield return ("max_wal_size", "512MB");
        // Each connection that meets geometry would load it anew, for 20 ms.
        if (installation.HasPostGisLibrary)
            yield return ("shared_preload_libraries", PostgresInstallation.PostGisLibrary);
        yield return ("random_page_cost", "1.1");
        // Queries take a millisecond: compiling one, or calling workers for it, costs more than it saves.
        yield return ("jit", "off");
        yield return ("max_parallel_workers_per_gather", "0");
        yield return ("timezone", "UTC");
        yield return ("log_timezone", "UTC");
        yield return ("lc_messages", "C");
        yield return ("log_line_prefix", "%m [%p] ");
        yield return ("log_checkpoints", "off");
        if (durable)
            yield break;
        yield return ("fsync", "off");
        yield return ("synchronous_commit", "off");
        yield return ("full_page_writes", "off");
    }

    static long SharedMegabytes() => Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 20) / 16, 64, 512);
}
