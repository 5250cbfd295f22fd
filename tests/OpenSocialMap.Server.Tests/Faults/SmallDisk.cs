using System.Diagnostics;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Faults;

/// <summary>A disk of a few megabytes that a test can fill: memory that is mounted as one, which takes root.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _filler;

    private SmallDisk(string folder)
    {
        Folder = folder;
        _filler = Path.Combine(folder, "filler");
    }

    public string Folder { get; }

    /// <summary>Whether this machine lets us mount one.</summary>
    public static bool IsPossible { get; } = Try();

    public static SmallDisk Mount(int megabytes)
    {
        var folder = PostgresFixture.MakeFolder();
        if (Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=0755", "tmpfs", folder))
            return new SmallDisk(folder);
        Directory.Delete(folder);
        throw new InvalidOperationException("No disk can be mounted.");
    }

    /// <summary>Fills the disk but for so much.</summary>
    public void Fill(int freeMegabytes = 0)
    {
        using var filler = new FileStream(_filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[64 * 1024];
        try
        {
            while (true)
                filler.Write(block);
        }
        catch (IOException)
        {
            filler.SetLength(Math.Max(0, filler.Length - freeMegabytes * 1024L * 1024));
        }
    }

    public void MakeRoom() => File.Delete(_filler);

    private static bool Try()
    {
        if (!Environment.IsPrivilegedProcess)
            return false;
        try
        {
            Mount(megabytes: 1).Dispose();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    public void Dispose()
    {
        Run("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }
}

/// <summary>A test that fills a disk; left out where none can be mounted.</summary>
internal sealed class FactOnASmallDiskAttribute : FactAttribute
{
    public FactOnASmallDiskAttribute()
    {
        if (!SmallDisk.IsPossible)
            Skip = "Mounting a small disk takes root, and a container that allows it.";
    }
}
