using System.Diagnostics;
using Npgsql;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Faults;

/// <summary>The disk of the data folder is full: what is there is answered, what can't be written is refused, and a start says so.</summary>
public sealed class FullDiskTests
{
    private const int EnoughMegabytes = 350;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [FactOnASmallDisk]
    public async Task Reading_goes_on_writing_is_refused_and_with_room_again_all_is_well()
    {
        using var disk = SmallDisk.Mount(EnoughMegabytes);
        await using (var server = await ServerProcess.StartAsync(("OPENSOCIALMAP_DATA", disk.Folder)))
        {
            await using var owner = Owner(disk);
            // A file of the log that was made while there was room.
            await owner.RunAsync("select pg_switch_wal()");
            await owner.RunAsync("checkpoint");
            disk.Fill(freeMegabytes: 2);
            Assert.Equal(PostgresErrorCodes.DiskFull, await owner.RefusalAsync("create table core.much as select md5(n::text) from generate_series(1, 200000) n"));
            var load = Load.Start(server.Http, clients: 2);
            await Recovery.UntilAnsweredAsync(server.Http);
            await Task.Delay(TimeSpan.FromSeconds(1));
            var (whole, _, refused) = await load.StopAsync();
            Assert.True(whole > 0 && refused == 0, $"{whole} were answered, {refused} refused");

            disk.MakeRoom();
            await owner.RunAsync("create table core.much as select md5(n::text) from generate_series(1, 200000) n");
            await owner.RunAsync("drop table core.much");
        }

        disk.Fill();
        IsOneSentence(await StartAsync(disk.Folder));
        disk.MakeRoom();
        await using var again = await ServerProcess.StartAsync(("OPENSOCIALMAP_DATA", disk.Folder));
        Assert.Empty((await again.Client.Ask("{ wijken { totalCount } }")).Errors);
    }

    [FactOnASmallDisk]
    public async Task A_new_database_on_a_full_disk_is_one_sentence_and_works_once_there_is_room()
    {
        using var disk = SmallDisk.Mount(EnoughMegabytes);
        disk.Fill(freeMegabytes: 10);
        IsOneSentence(await StartAsync(disk.Folder));
        disk.MakeRoom();
        await using var server = await ServerProcess.StartAsync(("OPENSOCIALMAP_DATA", disk.Folder));
        Assert.Empty((await server.Client.Ask("{ wijken { totalCount } }")).Errors);
    }

    private static void IsOneSentence((int ExitCode, string Errors) end)
    {
        Assert.Equal(1, end.ExitCode);
        Assert.Contains("No space left on device", end.Errors, StringComparison.Ordinal);
        Assert.Single(end.Errors.TrimEnd().Split('\n'));
        Assert.DoesNotContain("   at ", end.Errors, StringComparison.Ordinal);
    }

    private static NpgsqlDataSource Owner(SmallDisk disk) => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder
    {
        Host = Path.Combine(disk.Folder, "postgres"), Username = "socialmap_owner", Database = "socialmap",
        Password = File.ReadAllText(Path.Combine(disk.Folder, "postgres/password")).Trim(),
    }.ConnectionString);

    private static async Task<(int ExitCode, string Errors)> StartAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "OpenSocialMap.Server.dll")])
        {
            RedirectStandardError = true, RedirectStandardOutput = true, Environment = { ["PORT"] = "0", ["OPENSOCIALMAP_DATA"] = folder },
        };
        using var server = Process.Start(start)!;
        var output = server.StandardOutput.ReadToEndAsync();
        var errors = await server.StandardError.ReadToEndAsync().WaitAsync(Patience);
        await server.WaitForExitAsync().WaitAsync(Patience);
        Assert.DoesNotContain("is ready", await output, StringComparison.Ordinal);
        return (server.ExitCode, errors);
    }
}
