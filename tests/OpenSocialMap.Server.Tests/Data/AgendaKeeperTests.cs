using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>The agenda is kept whoever writes, however many servers there are, day after day.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class AgendaKeeperTests(PostgresFixture postgres) : IAsyncLifetime
{
    const string AddSchedules =
        """
        insert into core.schedule (activity_key, position, repeat_frequency, by_day)
        select key, 1, 'P1W', '{MO,FR}' from core.activity
        """;

    string _address = null!;
    SocialMapDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _address = await postgres.CreateDatabaseAsync();
        _database = await PostgresFixture.OpenAsync(_address, seedFolder: null);
        var world = new World();
        await world.SaveAsync(_database.Owner, [.. Enumerable.Range(0, 40).Select(number => world.Activity($"number-{number}", area: world.West))]);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_server_that_runs_hears_of_a_write_with_plain_sql()
    {
        using var stop = new CancellationTokenSource();
        Task[] running = [_database.Signals.RunAsync(stop.Token), _database.Agenda.RunAsync(stop.Token)];

        await _database.Owner.RunAsync(AddSchedules);
        await UntilAsync("select count(*) = 40 * 157 from core.occurrence");
        await _database.Owner.RunAsync("delete from core.schedule");
        await UntilAsync("select count(*) = 0 from core.occurrence");

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(running));
    }

    [Fact]
    public async Task However_many_servers_work_at_once_each_occurrence_is_there_once()
    {
        await using var other = await PostgresFixture.OpenAsync(_address, seedFolder: null);
        await _database.Owner.RunAsync(AddSchedules);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(server => (server % 2 == 0 ? _database : other).Agenda.KeepAsync(default)));

        Assert.Equal(["6280|6280|0"], await _database.Owner.RowsAsync(
            "select count(*), count(distinct (schedule_key, date)), (select count(*) from core.agenda_due) from core.occurrence"));
    }

    [Fact]
    public async Task What_nobody_got_round_to_is_done_after_a_restart()
    {
        await _database.Owner.RunAsync(AddSchedules);

        await using var restarted = await PostgresFixture.OpenAsync(_address, seedFolder: null);
        await restarted.Agenda.KeepAsync(default);

        Assert.Equal(6280L, await _database.Owner.OneAsync<long>("select count(*) from core.occurrence"));
    }

    [Fact]
    public async Task A_new_day_moves_the_agenda_and_its_horizon_once()
    {
        await _database.Owner.RunAsync(AddSchedules);
        await _database.Agenda.KeepAsync(default);
        await using var other = await PostgresFixture.OpenAsync(_address, seedFolder: null);
        await _database.Owner.RunAsync("update core.agenda_day set fixed = false");

        await Task.WhenAll(_database.Agenda.KeepAsync(default), other.Agenda.KeepAsync(default));

        Assert.Equal(["t|t|t|t"], await _database.Owner.RowsAsync(
            """
            select left(((select day from api.agenda_day) = (now() at time zone 'Europe/Amsterdam')::date)::text, 1),
              left((max(date) between (select day + interval '17 months 3 weeks' from core.agenda_day) and (select day + interval '18 months' from core.agenda_day))::text, 1),
              left((min(date) = '2023-01-02')::text, 1),
              left((count(*) = count(distinct (schedule_key, date)))::text, 1)
            from core.occurrence
            """));
        var before = await _database.Owner.OneAsync<long>("select version from core.data_version");
        await _database.Agenda.KeepAsync(default);
        Assert.Equal(before, await _database.Owner.OneAsync<long>("select version from core.data_version"));
        Assert.True(await _database.Owner.OneAsync<long>("select count(*) from core.holiday join core.holiday_calendar calendar on calendar.key = calendar_key where code = 'nl'") >= 20);
    }

    async Task UntilAsync(string holds)
    {
        for (var tries = 0; !await _database.Owner.OneAsync<bool>(holds); tries++)
        {
            Assert.True(tries < 6_000, "It didn't happen within five minutes.");
            await Task.Delay(50);
        }
    }
}
