using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OpenSocialMap.Data;
using OpenSocialMap.Data.Embedded;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Cli.Tests;

/// <summary>The program as it is run: how it finds its database, and how it ends.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class ProcessTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Help_tells_every_command()
    {
        var (code, @out, _) = await RunAsync([], "figures", "--help");

        Assert.Equal(0, code);
        Assert.All(["list", "import <dataset> <file>", "check <dataset>", "release <dataset>", "withdraw <dataset> <number>"], command => Assert.Contains(command, @out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_that_is_none_ends_with_1_and_no_database_with_3()
    {
        Assert.Equal(1, (await RunAsync([], "figures", "publish")).Code);

        var (code, _, errors) = await RunAsync([("OPENSOCIALMAP_DATA", "/nonexistent/data")], "figures", "list");
        Assert.Equal(3, code);
        Assert.StartsWith("There is no database in /nonexistent/data. Start the server once (./start)", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_works_on_a_server_by_its_connection_string()
    {
        await using var town = await Town.MakeAsync(postgres);

        var (code, @out, errors) = await RunAsync([("ConnectionStrings__SocialMap", town.ConnectionString)], "figures", "list");

        Assert.True(code == 0, errors);
        Assert.Contains("visits: visits", @out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", @out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_solvers_it_says_what_to_install_and_releases_nothing()
    {
        await using var town = await Town.MakeAsync(postgres);
        // A square of small counts in a table of wijken by age, which takes linear programs.
        await town.MustImportAsync("visits", [
            .. new[] { "GM0001,", "GM0001,age=OLD", "GM0001,age=YOUNG" }.Zip([160, 80, 80], (cell, count) => Row(cell, count)),
            .. Enumerable.Range(1, 4).SelectMany(wijk => new[] { Row($"WK00010{wijk},", 40), Row($"WK00010{wijk},age=OLD", wijk == 1 ? 3 : wijk == 2 ? 37 : 20), Row($"WK00010{wijk},age=YOUNG", wijk == 1 ? 37 : wijk == 2 ? 3 : 20) }),
        ]);
        // What the loader finds first under the names of the libraries is none.
        foreach (var file in (string[])["libClp.so.1", "libClp.so", "libCbcSolver.so.3", "libCbcSolver.so"])
            await File.WriteAllTextAsync(Path.Combine(town.Folder, file), "no library");

        var (code, _, errors) = await RunAsync(
            [("ConnectionStrings__SocialMap", town.ConnectionString), ("LD_LIBRARY_PATH", town.Folder)], "figures", "release", "visits", "--notes", "The first figures.");

        Assert.Equal(
            (2, "The solver libClp.so.1 is missing. On Debian: apt-get install --no-install-recommends coinor-libclp1 coinor-libcbc3"), (code, errors.Trim()));
        Assert.Equal(0, await town.Database.Owner.OneAsync<long>("select count(*) from core.release"));

        static string Row(string cell, int count) => $"VISITS,{cell.Replace(",", ",2022,", StringComparison.Ordinal)},{count}";
    }

    [Fact]
    public async Task It_finds_the_private_database_whether_its_server_runs_or_not()
    {
        var folder = PostgresFixture.MakeFolder();
        try
        {
            await using (var server = await EmbeddedPostgres.StartAsync(folder, NullLogger.Instance, durable: false, default))
            {
                await using var owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Pooling = false });
                await owner.RunAsync($"create database {SocialMapDatabase.DatabaseName}");
                await MustFindAsync(folder);
            }
            await MustFindAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // It says so of a database that it could look into.
    static async Task MustFindAsync(string folder)
    {
        var (code, _, errors) = await RunAsync([("OPENSOCIALMAP_DATA", folder)], "figures", "list");
        Assert.Equal((3, "The database has no place for figures yet: start this version's server on it once."), (code, errors.Trim()));
    }

    static async Task<(int Code, string Out, string Errors)> RunAsync((string Name, string Value)[] environment, params string[] arguments)
    {
        // Beside the tests lies what the tests need, which leaves out what the server's framework has: so it is run as they are.
        string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
        var start = new ProcessStartInfo("dotnet",
            ["exec", "--runtimeconfig", Beside("OpenSocialMap.Cli.Tests.runtimeconfig.json"), "--depsfile", Beside("OpenSocialMap.Cli.Tests.deps.json"), Beside("opensocialmap.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ConnectionStrings__SocialMap");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var @out = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await @out, await errors);
    }
}
