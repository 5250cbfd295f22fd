using System.Globalization;
using Npgsql;

namespace OpenSocialMap.Data.Embedded;

/// <summary>The private PostgreSQL that a running server keeps in a data folder, for a second program that works beside the server.</summary>
public static class RunningPostgres
{
    // https://www.postgresql.org/docs/15/storage-file-layout.html: process, data folder, time, port, socket folder, address, memory, state.
    const int PortLine = 3;
    const int SocketLine = 4;
    const int StateLine = 7;

    /// <summary>The owner's way in, to the maintenance database; null when no server uses the folder.</summary>
    /// <exception cref="SocialMapDatabaseException">The folder can't be read, or its PostgreSQL isn't ready yet.</exception>
    public static string? Find(string dataFolder)
    {
        if (!DataFolderLock.IsTaken(dataFolder))
            return null;
        var note = Path.Combine(dataFolder, "postgres.location");
        var folder = new ClusterFolder(File.Exists(note) ? File.ReadAllText(note).Trim() : Path.Combine(dataFolder, "postgres"));
        try
        {
            if (Postmaster.Of(folder) is { IsAlive: true } && File.ReadAllLines(folder.PidFile) is { Length: > StateLine } said
                && said[StateLine].Trim() == "ready")
                return new NpgsqlConnectionStringBuilder
                {
                    Host = said[SocketLine].Trim() is { Length: > 0 } socket ? socket : "127.0.0.1",
                    Port = int.Parse(said[PortLine], CultureInfo.InvariantCulture),
                    Username = EmbeddedPostgres.OwnerName,
                    Password = File.ReadAllText(folder.Password).Trim(),
                    Database = "postgres",
                }.ConnectionString;
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new SocialMapDatabaseException(
                $"The database in {folder.Path} belongs to another user: run this as the user who runs the server, or as root.", refused);
        }
        throw new SocialMapDatabaseException($"The server of {dataFolder} is starting or stopping; try again in some seconds.");
    }
}
