namespace OpenSocialMap.Data.Embedded;

/// <summary>Keeps a second server out of a data folder. The kernel drops the lock with the process, however that ends.</summary>
internal sealed class DataFolderLock : IDisposable
{
    readonly FileStream _file;

    DataFolderLock(FileStream file) => _file = file;

    public static DataFolderLock Take(string dataFolder)
    {
        try
        {
            return new(new FileStream(Path.Combine(dataFolder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new SocialMapDatabaseException(
                $"The data folder {dataFolder} belongs to another user: start as that user, or give a folder of your own in OPENSOCIALMAP_DATA.", refused);
        }
        catch (IOException)
        {
            throw new SocialMapDatabaseException(
                $"Another server is using the data folder {dataFolder}: stop it first, or give this one a folder of its own in OPENSOCIALMAP_DATA.");
        }
    }

    /// <summary>Whether a server is using the folder.</summary>
    public static bool IsTaken(string dataFolder)
    {
        var path = Path.Combine(dataFolder, "lock");
        if (!File.Exists(path))
            return false;
        try
        {
            using var free = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new SocialMapDatabaseException(
                $"The data folder {dataFolder} belongs to another user: run this as that user, or give a folder of your own in OPENSOCIALMAP_DATA.", refused);
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => _file.Dispose();
}
