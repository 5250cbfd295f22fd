using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>Every write moves the data's version, and every server that listens knows it.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class DataVersionTests(PostgresFixture postgres) : IAsyncLifetime
{
    SocialMapDatabase _database = null!;

    public async Task InitializeAsync() => _database = await postgres.OpenSeededAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("update core.activity set name = name || '!' where key = (select min(key) from core.activity)")]
    [InlineData("update core.release set status = 'SUPERSEDED' where key = (select min(key) from core.release)")]
    [InlineData("update core.source set title = title || '!' where key = (select min(key) from core.source)")]
    [InlineData("truncate core.confirmation")]
    public async Task A_write_moves_the_version(string write)
    {
        var before = await VersionAsync();

        await _database.Owner.RunAsync(write);

        Assert.True(await VersionAsync() > before);
    }

    [Fact]
    public async Task A_write_that_is_rolled_back_moves_nothing()
    {
        var before = await VersionAsync();

        await _database.Owner.RunAsync("begin; update core.activity set name = name || '!'; rollback");

        Assert.Equal(before, await VersionAsync());
    }

    [Fact]
    public async Task Every_table_that_is_shown_moves_the_version()
    {
        var watched = await _database.Owner.RowsAsync("select tgrelid::regclass::text from pg_trigger where tgname = 'note_write'");
        var kept = await _database.Owner.RowsAsync("select oid::regclass::text from pg_class where relnamespace = 'core'::regnamespace and relkind = 'r'");

        // What no view shows: the notes of transactions under way, and of what was told, seeded and migrated, and the words of search.
        string[] unseen = ["core.stale", "core.stale_subject", "core.unsettled", "core.moved", "core.data_version", "core.told", "core.word", "core.seeding", "core.migration",
            "core.agenda_due", "core.holiday", "core.holiday_calendar", "core.synonym", "core.unassessed", "core.assessing", "core.walk_in"];
        Assert.Empty(kept.Except(watched).Except(unseen));
    }

    [Fact]
    public async Task Who_listens_knows_a_write_and_a_lost_connection()
    {
        var version = _database.Signals.Version;
        var resumed = new TaskCompletionSource();
        _database.Signals.Resumed += resumed.SetResult;
        using var stop = new CancellationTokenSource();
        var listening = _database.Signals.RunAsync(stop.Token);
        await UntilAsync(() => version.Current != 0);
        var before = version.Current;

        await _database.Owner.RunAsync("update core.activity set name = name || '!' where key = (select min(key) from core.activity)");
        await UntilAsync(() => version.Current > before);
        Assert.Equal(await VersionAsync(), version.Current);

        await _database.Owner.RunAsync("select pg_terminate_backend(pid) from pg_stat_activity where query like '%from core.data_version%' and pid <> pg_backend_pid() and datname = current_database()");
        await resumed.Task.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(await VersionAsync(), version.Current);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => listening);
    }

    Task<long> VersionAsync() => _database.Owner.OneAsync<long>("select version from core.data_version");

    static async Task UntilAsync(Func<bool> happened)
    {
        for (var tries = 0; !happened(); tries++)
        {
            Assert.True(tries < 6_000, "It didn't happen within a minute.");
            await Task.Delay(10);
        }
    }
}
