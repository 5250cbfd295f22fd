using System.Globalization;

namespace OpenSocialMap.Data.Embedded;

/// <summary>A PostgreSQL found on this machine, with PostGIS beside it.</summary>
internal sealed record PostgresInstallation(string BinFolder, int Major)
{
    const int OldestMajor = 15;
    const string DebianFolder = "/usr/lib/postgresql";

    /// <summary>The code of PostGIS 3, as PostgreSQL names it.</summary>
    public const string PostGisLibrary = "postgis-3";

    public string Program(string name) => Path.Combine(BinFolder, name);

    /// <summary>Finds the newest usable installation, or the one of the version that an existing cluster was made with.</summary>
    public static PostgresInstallation Find(int? major)
    {
        var found = Candidates().Where(candidate => major is null || candidate.Major == major).ToList();
        if (found.Find(candidate => candidate.HasPostGis) is { } usable)
            return usable;
        throw new SocialMapDatabaseException(found switch
        {
            [var first, ..] => $"PostgreSQL {first.Major} is installed but PostGIS is not: install the Debian package postgresql-{first.Major}-postgis-3.",
            [] when major is not null => $"The database was made with PostgreSQL {major}, which is no longer installed: install the Debian packages "
                + $"postgresql-{major} and postgresql-{major}-postgis-3.",
            [] => "PostgreSQL 15 or newer is not installed: install the Debian packages postgresql and postgresql-15-postgis-3 (or the PostGIS package "
                + "of your version), or give the connection string of a server in ConnectionStrings__SocialMap.",
        });
    }

    bool HasPostGis =>
        File.Exists($"/usr/share/postgresql/{Major}/extension/postgis.control")
        || File.Exists(Path.Combine(BinFolder, "../share/extension/postgis.control"))
        || File.Exists(Path.Combine(BinFolder, "../share/postgresql/extension/postgis.control"));

    /// <summary>Whether that code lies where PostgreSQL looks for it, in the folders of the distributions that are known here.</summary>
    public bool HasPostGisLibrary
    {
        get
        {
            // Where the programs are links, the library lies beside what they point to.
            var postgres = new FileInfo(Program("postgres"));
            var programs = Path.GetDirectoryName((postgres.ResolveLinkTarget(returnFinalTarget: true) ?? postgres).FullName)!;
            return File.Exists(Path.Combine(programs, "../lib", PostGisLibrary + ".so"))
                || File.Exists(Path.Combine(programs, "../lib/postgresql", PostGisLibrary + ".so"));
        }
    }

    static IEnumerable<PostgresInstallation> Candidates()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(IsComplete)
            .Select(folder => new PostgresInstallation(folder, MajorOf(folder)));
        var ofDebian = (Directory.Exists(DebianFolder) ? Directory.GetDirectories(DebianFolder) : [])
            .Select(folder => (Bin: Path.Combine(folder, "bin"), Name: Path.GetFileName(folder)))
            .Where(version => IsComplete(version.Bin) && int.TryParse(version.Name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(version => new PostgresInstallation(version.Bin, int.Parse(version.Name, CultureInfo.InvariantCulture)))
            .OrderByDescending(installation => installation.Major);
        return onPath.Concat(ofDebian).Where(installation => installation.Major >= OldestMajor);
    }

    static bool IsComplete(string folder) =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")) && File.Exists(Path.Combine(folder, "postgres"));

    // "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
    static int MajorOf(string binFolder)
    {
        var version = OutsideProgram.Run(Path.Combine(binFolder, "postgres"), ["--version"]).Output.Split(' ').ElementAtOrDefault(2) ?? "";
        return int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0;
    }
}
