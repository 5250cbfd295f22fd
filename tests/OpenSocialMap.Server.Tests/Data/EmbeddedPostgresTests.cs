using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using OpenSocialMap.Data;
using OpenSocialMap.Data.Embedded;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>The private PostgreSQL comes up again after whatever happened to it, and leaves nothing behind.</summary>
public sealed class EmbeddedPostgresTests : IDisposable
{
    const int Kill = 9;

    readonly string _folder = PostgresFixture.MakeFolder();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_second_start_finds_the_data_and_a_stop_leaves_no_process()
    {
        await using (var first = await StartAsync())
            await RunAsync(first, "create table kept (x int); insert into kept values (42)");
        Assert.Empty(await LeftProcesses());

        await using (var second = await StartAsync())
            Assert.Equal(42, await AskAsync(second, "select x from kept"));
        Assert.Empty(await LeftProcesses());
    }

    [Fact]
    public async Task Only_the_password_opens_it_and_only_its_user_reads_that()
    {
        await using var postgres = await StartAsync();
        var rules = await File.ReadAllLinesAsync(Path.Combine(postgres.Folder, "data/pg_hba.conf"));
        Assert.All(rules.Where(rule => rule.Length > 0 && rule[0] != '#'), rule => Assert.EndsWith("scram-sha-256", rule, StringComparison.Ordinal));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(postgres.Folder, "password")));
        var guess = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Password = "guess", Pooling = false };
        await using var connection = new NpgsqlConnection(guess.ConnectionString);
        Assert.Equal(PostgresErrorCodes.InvalidPassword, (await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync())).SqlState);
    }

    [Fact]
    public async Task PostGIS_is_loaded_once_for_all_connections()
    {
        await using var postgres = await StartAsync();
        Assert.Equal(1, await AskAsync(postgres, "select (current_setting('shared_preload_libraries') like '%postgis-3%')::int"));
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_told_so()
    {
        await using var first = await StartAsync();
        var refused = await Assert.ThrowsAsync<SocialMapDatabaseException>(StartAsync);
        Assert.Equal(
            $"Another server is using the data folder {_folder}: stop it first, or give this one a folder of its own in OPENSOCIALMAP_DATA.", refused.Message);
        Assert.Equal(1, await AskAsync(first, "select 1"));
    }

    [Fact]
    public async Task A_killed_postgres_recovers_what_was_committed()
    {
        await using (var postgres = await EmbeddedPostgres.StartAsync(_folder, NullLogger.Instance, durable: true, default))
        {
            await RunAsync(postgres, "create table kept (x int); insert into kept values (42)");
            Signal(Postmaster(postgres.Folder), Kill);
        }

        await using var again = await StartAsync();
        Assert.Equal(42, await AskAsync(again, "select x from kept"));
    }

    [Fact]
    public async Task A_cluster_that_a_killed_server_left_running_is_taken_over()
    {
        string data;
        await using (var postgres = await StartAsync())
            data = Path.Combine(postgres.Folder, "data");
        // As the kernel leaves it: PostgreSQL runs, the server that started it is gone and its lock with it.
        var binaries = Directory.GetDirectories("/usr/lib/postgresql").Order().Last() + "/bin/pg_ctl";
        Run(binaries, "start", "--wait", "--pgdata", data, "--log", Path.Combine(data, "../log"));
        var left = Postmaster(Path.GetDirectoryName(data)!);
        Assert.Contains(left, Processes());

        await using (var again = await StartAsync())
            Assert.Equal(1, await AskAsync(again, "select 1"));
        Assert.Empty(await LeftProcesses());
    }

    [Fact]
    public async Task A_pid_file_that_names_somebody_elses_process_harms_nobody()
    {
        string pidFile;
        await using (var postgres = await StartAsync())
            pidFile = Path.Combine(postgres.Folder, "data/postmaster.pid");
        using var bystander = Process.Start("sleep", "60");
        File.WriteAllText(pidFile, $"{bystander.Id}\n{Path.GetDirectoryName(pidFile)}\n1\n5432\n\n\n\n\n");

        await using (var again = await StartAsync())
            Assert.Equal(1, await AskAsync(again, "select 1"));

        Assert.False(bystander.HasExited);
        bystander.Kill();
    }

    [Fact]
    public async Task A_start_that_was_cut_short_is_done_again()
    {
        using (var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(250)))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => EmbeddedPostgres.StartAsync(_folder, NullLogger.Instance, durable: false, impatience.Token));
        Assert.Empty(await LeftProcesses());

        // And as a killed initdb leaves it.
        Directory.CreateDirectory(Path.Combine(_folder, "postgres.building/data/base"));
        File.WriteAllText(Path.Combine(_folder, "postgres.building/data/PG_VERSION"), "15\n");

        await using var postgres = await StartAsync();
        Assert.Equal(1, await AskAsync(postgres, "select 1"));
        Assert.False(Directory.Exists(Path.Combine(_folder, "postgres.building")));
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_gets_a_port_of_this_machine_alone()
    {
        var deep = Path.Combine(_folder, string.Join('/', Enumerable.Repeat("a-folder-with-a-name", 5)), "with space and 'quote'");
        await using var postgres = await EmbeddedPostgres.StartAsync(deep, NullLogger.Instance, durable: false, default);
        var settings = new NpgsqlConnectionStringBuilder(postgres.ConnectionString);
        Assert.Equal("127.0.0.1", settings.Host);
        Assert.NotEqual(5432, settings.Port);
        Assert.Equal("127.0.0.1", await AskAsync(postgres, "show listen_addresses"));
    }

    [Fact]
    public async Task A_folder_that_postgres_can_not_enter_is_replaced_by_one_that_it_can()
    {
        if (!Environment.IsPrivilegedProcess)
            // Only root lends the cluster to another user; anybody else enters their own folders.
            return;
        File.SetUnixFileMode(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string elsewhere;
        await using (var postgres = await StartAsync())
        {
            elsewhere = postgres.Folder;
            Assert.StartsWith("/var/lib/opensocialmap/", elsewhere, StringComparison.Ordinal);
            await RunAsync(postgres, "create table kept (x int); insert into kept values (42)");
        }
        await using (var again = await StartAsync())
            Assert.Equal(42, await AskAsync(again, "select x from kept"));
        Directory.Delete(elsewhere, recursive: true);
    }

    [Fact]
    public async Task A_data_folder_that_can_not_be_made_is_named()
    {
        var refused = await Assert.ThrowsAsync<SocialMapDatabaseException>(
            () => EmbeddedPostgres.StartAsync("/dev/null/data", NullLogger.Instance, durable: false, default));
        Assert.Contains("/dev/null/data", refused.Message, StringComparison.Ordinal);
    }

    Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(_folder, NullLogger.Instance, durable: false, default);

    // PostgreSQL's processes work in its data folder.
    /// <summary>Those that are left once the last of PostgreSQL's has had time to end: its files are gone a moment before it is.</summary>
    async Task<List<int>> LeftProcesses()
    {
        for (var waited = Stopwatch.StartNew(); Processes().Count > 0 && waited.Elapsed < TimeSpan.FromMinutes(1);)
            await Task.Delay(50);
        return Processes();
    }

    List<int> Processes() =>
        [.. Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && WorkingFolder(id).StartsWith(_folder, StringComparison.Ordinal))];

    static string WorkingFolder(int process)
    {
        try
        {
            return new FileInfo($"/proc/{process}/cwd").LinkTarget ?? "";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    static int Postmaster(string folder) =>
        int.Parse(File.ReadLines(Path.Combine(folder, "data/postmaster.pid")).First(), CultureInfo.InvariantCulture);

    static void Signal(int process, int signal)
    {
        using var kill = Process.Start("kill", $"-{signal} {process}");
        kill.WaitForExit();
    }

    static void Run(string program, params string[] arguments)
    {
        using var process = Environment.IsPrivilegedProcess
            ? Process.Start("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", program, .. arguments])
            : Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    static async Task RunAsync(EmbeddedPostgres postgres, string sql) => await AskAsync(postgres, sql);

    static async Task<object?> AskAsync(EmbeddedPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
