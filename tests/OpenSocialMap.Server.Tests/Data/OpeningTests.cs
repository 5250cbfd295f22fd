using OpenSocialMap.Data;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>A place's line of time follows its opening hours.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class OpeningTests(PostgresFixture postgres) : IAsyncLifetime
{
    const string Line =
        """
        set timezone = 'Europe/Amsterdam';
        select to_char(starts_at, 'YYYY-MM-DD HH24:MI'), to_char(ends_at, 'MM-DD HH24:MI'), state, coalesce(role, period)
        from api.opening_interval
        """;

    SocialMapDatabase _database = null!;
    World _world = null!;
    MeetingPlace _hall = null!;

    public async Task InitializeAsync()
    {
        _database = await postgres.OpenAsync();
        _world = new World();
        _hall = _world.Place("hall", _world.West);
        var usual = Period(1, OpeningPeriodKind.Base, null, null);
        usual.Spans.Add(new() { Position = 1, State = OpeningState.Open, RepeatFrequency = "P1W", ByDay = ["MO", "TU", "WE", "TH", "FR"], StartTime = new(9, 0), EndTime = new(17, 0) });
        usual.Spans.Add(new() { Position = 2, State = OpeningState.HostPresent, Role = "sociaal makelaar", RepeatFrequency = "P1W", ByDay = ["WE"], StartTime = new(13, 0), EndTime = new(15, 0) });
        _hall.OpeningHours.Add(usual);
        await _world.SaveAsync(_database.Owner, _hall);
        await _database.Agenda.KeepAsync(default);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_week_is_a_line_of_open_and_closed_with_who_is_there_beside_it() =>
        Assert.Equal(
            [
                "2023-01-02 00:00|01-02 09:00|CLOSED|", "2023-01-02 09:00|01-02 17:00|OPEN|", "2023-01-02 17:00|01-03 09:00|CLOSED|", "2023-01-03 09:00|01-03 17:00|OPEN|",
                "2023-01-03 17:00|01-04 09:00|CLOSED|", "2023-01-04 09:00|01-04 17:00|OPEN|", "2023-01-04 13:00|01-04 15:00|HOST_PRESENT|sociaal makelaar", "2023-01-04 17:00|01-05 09:00|CLOSED|",
                "2023-01-05 09:00|01-05 17:00|OPEN|", "2023-01-05 17:00|01-06 09:00|CLOSED|", "2023-01-06 09:00|01-06 17:00|OPEN|", "2023-01-06 17:00|01-09 09:00|CLOSED|",
            ],
            await _database.Owner.RowsAsync($"{Line} where starts_at < '2023-01-09' order by starts_at, state desc"));

    [Fact]
    public async Task A_closure_takes_the_place_of_the_usual_hours_and_reaches_back_to_its_first_day()
    {
        await _database.Owner.RunAsync(
            """
            insert into core.opening_period (place_key, position, name, kind, valid_from, valid_through, provenance_source_key, provenance_stated_on)
            select key, 2, 'zomersluiting', 'OVERRIDE', '2023-07-24', '2023-07-25', provenance_source_key, '2023' from core.meeting_place
            """);

        await _database.Agenda.KeepAsync(default);

        Assert.Equal(
            ["2023-07-21 17:00|07-24 00:00|CLOSED|", "2023-07-24 00:00|07-26 00:00|CLOSED|zomersluiting", "2023-07-26 00:00|07-26 09:00|CLOSED|"],
            await _database.Owner.RowsAsync($"{Line} where starts_at between '2023-07-21 12:00' and '2023-07-26 08:00' order by starts_at"));
    }

    [Fact]
    public async Task Evenings_without_hours_are_known_as_evenings_as_long_as_they_are_stated()
    {
        await _database.Owner.RunAsync(
            """
            insert into core.opening_period (place_key, position, name, kind, valid_from, valid_through, provenance_source_key, provenance_stated_on)
            select key, 2, 'warme plek', 'OVERLAY', '2023-02-04', '2023-02-07', provenance_source_key, '2023' from core.meeting_place;
            insert into core.opening_span (period_key, position, state, repeat_frequency, day_part)
            select key, 1, 'OPEN', 'P1D', 'EVENING' from core.opening_period where position = 2
            """);
        await _database.Agenda.KeepAsync(default);
        Assert.Equal(
            ["2023-02-03|false|", "2023-02-04|true|EVENING", "2023-02-07|true|EVENING", "2023-02-08|false|"],
            await _database.Reader.RowsAsync(
                """
                select to_char(day, 'YYYY-MM-DD'), api.open_on(place.key, day, 'EVENING')::text, stated.day_part
                from unnest(array['2023-02-03', '2023-02-04', '2023-02-07', '2023-02-08']::date[]) day
                cross join api.meeting_place place
                left join api.opening_without_clock stated on stated.date = day and stated.place_key = place.key
                order by 1
                """));

        var before = await _database.Owner.OneAsync<long>("select version from core.data_version");
        await DueAsync();
        await _database.Agenda.KeepAsync(default);
        Assert.Equal(before, await _database.Owner.OneAsync<long>("select version from core.data_version"));

        await _database.Owner.RunAsync("delete from core.opening_period where position = 2");
        await _database.Agenda.KeepAsync(default);
        Assert.Empty(await _database.Reader.RowsAsync("select 1 from api.opening_without_clock where date >= '2023-01-01'"));
    }

    [Fact]
    public async Task A_next_day_changes_nothing_but_the_end_and_what_has_been_stays()
    {
        var before = await _database.Owner.OneAsync<long>("select version from core.data_version");
        await DueAsync();
        await _database.Agenda.KeepAsync(default);
        Assert.Equal(before, await _database.Owner.OneAsync<long>("select version from core.data_version"));

        var keys = await _database.Owner.RowsAsync("select key from core.opening_interval where starts_at < '2024-06-01' order by key");
        await _database.Owner.RunAsync("update core.agenda_day set day = '2023-01-08'");
        await DueAsync();
        await _database.Agenda.KeepAsync(default);

        Assert.Equal(keys, await _database.Owner.RowsAsync("select key from core.opening_interval where starts_at < '2024-06-01' order by key"));
        Assert.Equal(["2024-07-08 17:00|07-09 00:00|CLOSED|"], await _database.Owner.RowsAsync($"{Line} order by starts_at desc limit 1"));
        Assert.Equal(0L, await _database.Owner.OneAsync<long>(
            "select count(*) from core.opening_interval a join core.opening_interval b on a.key < b.key and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at) where a.state <> 'HOST_PRESENT' and b.state <> 'HOST_PRESENT'"));
    }

    [Fact]
    public async Task Hours_that_are_gone_or_of_a_place_that_is_leave_nothing_to_come()
    {
        await _database.Owner.RunAsync("update core.meeting_place set status = 'DEFUNCT'");
        await _database.Agenda.KeepAsync(default);
        Assert.Empty(await _database.Owner.RowsAsync("select key from core.opening_interval"));

        await _database.Owner.RunAsync("update core.meeting_place set status = null");
        await _database.Agenda.KeepAsync(default);
        Assert.NotEmpty(await _database.Owner.RowsAsync("select key from core.opening_interval"));

        await _database.Owner.RunAsync("delete from core.opening_period");
        await _database.Agenda.KeepAsync(default);
        Assert.Empty(await _database.Owner.RowsAsync("select key from core.opening_interval"));
    }

    [Fact]
    public async Task A_part_of_the_day_without_a_clock_time_is_unknown_and_the_rest_is_not()
    {
        await _database.Owner.RunAsync(
            """
            with added as (
              insert into core.opening_period (place_key, position, name, kind, valid_from, valid_through, provenance_source_key, provenance_stated_on)
              select key, 2, 'warme plek', 'OVERLAY', '2023-01-04', '2023-01-04', provenance_source_key, '2023' from core.meeting_place
              returning key
            )
            insert into core.opening_span (period_key, position, state, repeat_frequency, day_part)
            select key, 1, 'OPEN', 'P1D', 'EVENING' from added
            """);

        await _database.Agenda.KeepAsync(default);

        var line = await _database.Owner.RowsAsync($"{Line} where state <> 'HOST_PRESENT' and starts_at between '2023-01-04 08:00' and '2023-01-05 08:00' order by starts_at");
        Assert.Equal(["2023-01-04 09:00|01-04 17:00|OPEN|", "2023-01-05 04:00|01-05 09:00|CLOSED|"], line);
        Assert.Empty(await _database.Owner.RowsAsync("select key from core.opening_interval where state <> 'HOST_PRESENT' and starts_at <= '2023-01-04 20:00+01' and ends_at > '2023-01-04 20:00+01'"));
    }

    Task DueAsync() => _database.Owner.RunAsync("insert into core.agenda_due (kind, key) select 'place', key from core.meeting_place");

    OpeningPeriod Period(int position, OpeningPeriodKind kind, DateOnly? from, DateOnly? through) =>
        new() { Position = position, Kind = kind, ValidFrom = from, ValidThrough = through, Provenance = _world.Said() };
}
