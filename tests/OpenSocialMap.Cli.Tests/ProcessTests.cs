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
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "opensocialmap.dll"), .. arguments])
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
