using OpenSocialMap.Data;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>The agenda follows the schedules, and an editor has the last word.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class AgendaTests(PostgresFixture postgres) : IAsyncLifetime
{
    const string Wednesdays = "iedere woensdag";

    SocialMapDatabase _database = null!;

    public async Task InitializeAsync() => _database = await postgres.OpenFilledAsync("agenda", async database =>
    {
        var world = new World();
        var hall = world.Place("hall", world.West);
        var soup = world.Activity("soup", hall);
        soup.Schedules.Add(new() { Position = 1, Text = Wednesdays, RepeatFrequency = "P1W", ByDay = ["WE"], StartTime = new(19, 30), EndTime = new(1, 0) });
        await world.SaveAsync(database.Owner, soup, world.Place("barn", world.East));
    });

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_schedule_gives_its_times_from_today_until_a_year_and_a_half_ahead()
    {
        await _database.Agenda.KeepAsync(default);

        Assert.Equal(["78|2023-01-04|2024-06-26"], await RowsAsync("select count(*), min(date)::text, max(date)::text from core.occurrence"));
        Assert.Equal(
            ["2023-03-22 18:30:00+00|2023-03-23 00:00:00+00|2023-03-23|EVENING", "2023-03-29 17:30:00+00|2023-03-29 23:00:00+00|2023-03-30|EVENING"],
            await RowsAsync("set timezone = 'UTC'; select starts_at::text, ends_at::text, end_date::text, day_part from core.occurrence where date between '2023-03-20' and '2023-03-31' order by date"));
    }

    [Fact]
    public async Task An_id_is_the_same_on_every_machine()
    {
        await _database.Agenda.KeepAsync(default);

        Assert.Equal("occ_8e0yxfg5bcrxjj8p", await _database.Owner.OneAsync<string>("select id from core.occurrence where date = '2023-01-04'"));
    }

    [Fact]
    public async Task What_an_editor_cancelled_stays_cancelled_when_the_rule_becomes_another()
    {
        await _database.Agenda.KeepAsync(default);
        await _database.Owner.RunAsync("update core.occurrence set status = 'CANCELLED', status_note = 'IJs op de weg' where date = '2023-01-11'");
        await _database.Owner.RunAsync("update core.schedule set by_day = '{TH}'");

        await _database.Agenda.KeepAsync(default);

        Assert.Equal(
            ["2023-01-05|SCHEDULED|", "2023-01-11|CANCELLED|IJs op de weg", "2023-01-12|SCHEDULED|"],
            await RowsAsync("select date::text, status, status_note from api.occurrence order by agenda_at limit 3"));
    }

    [Fact]
    public async Task What_an_editor_moved_takes_its_end_along_and_keeps_its_day_of_origin()
    {
        await _database.Agenda.KeepAsync(default);
        await _database.Owner.RunAsync(
            "update core.occurrence set date = '2023-01-13', status = 'RESCHEDULED', place_key = (select key from core.meeting_place where slug = 'barn') where date = '2023-01-11'");
        await DueAsync();

        await _database.Agenda.KeepAsync(default);

        Assert.Equal(
            ["2023-01-11|2023-01-13|2023-01-14|barn|east"],
            await RowsAsync(
                """
                select original_date::text, date::text, end_date::text, place.slug, wijk.slug
                from api.occurrence
                join api.meeting_place place on place.key = place_key
                join api.wijk on wijk.key = occurrence.wijk_key
                where occurrence.status = 'RESCHEDULED'
                """));
    }

    [Fact]
    public async Task One_that_an_editor_adds_needs_no_schedule_and_stays()
    {
        await _database.Owner.RunAsync("insert into core.occurrence (activity_key, date, start_time, end_time) select key, '2023-02-02', '22:00', '01:00' from core.activity");
        await DueAsync();

        await _database.Agenda.KeepAsync(default);

        Assert.Equal(["2023-02-03||t"], await RowsAsync("select end_date::text, original_date::text, left(edited::text, 1) from core.occurrence where schedule_key is null and id ~ '^occ_'"));
    }

    [Fact]
    public async Task Where_nothing_differs_nothing_is_written()
    {
        await _database.Agenda.KeepAsync(default);
        var before = await VersionAsync();
        await DueAsync();

        await _database.Agenda.KeepAsync(default);

        Assert.Equal(before, await VersionAsync());
        Assert.Equal(0L, await _database.Owner.OneAsync<long>("select count(*) from core.agenda_due"));
    }

    [Fact]
    public async Task What_has_been_stays_when_the_schedule_is_gone_and_what_was_to_come_goes()
    {
        await _database.Agenda.KeepAsync(default);
        await _database.Owner.RunAsync("update core.agenda_day set day = '2023-02-01'");
        await _database.Owner.RunAsync("update core.occurrence set status = 'CANCELLED' where date = '2023-02-15'; delete from core.schedule");

        await _database.Agenda.KeepAsync(default);

        Assert.Equal(
            ["2023-01-04", "2023-01-11", "2023-01-18", "2023-01-25", "2023-02-15"],
            await RowsAsync("select date::text from core.occurrence order by date"));
    }

    [Fact]
    public async Task A_schedule_that_comes_back_finds_its_occurrences_again()
    {
        await _database.Agenda.KeepAsync(default);
        await _database.Owner.RunAsync("update core.occurrence set status = 'CANCELLED' where date = '2023-02-15'");
        var ids = await RowsAsync("select id from core.occurrence order by id");
        await _database.Owner.RunAsync(
            """
            begin;
            delete from core.schedule;
            insert into core.schedule (activity_key, position, repeat_frequency, by_day, start_time, end_time)
            select key, 1, 'P1W', '{WE}', '19:30', '01:00' from core.activity;
            commit
            """);

        await _database.Agenda.KeepAsync(default);

        Assert.Equal(ids, await RowsAsync("select id from core.occurrence where schedule_key is not null order by id"));
        Assert.Equal(["2023-02-15"], await RowsAsync("select date::text from core.occurrence where status = 'CANCELLED'"));
    }

    [Fact]
    public async Task What_has_stopped_is_on_no_more_and_a_draft_is_not_shown()
    {
        await _database.Agenda.KeepAsync(default);
        await _database.Owner.RunAsync("update core.activity set published = false");
        Assert.Empty(await RowsAsync("select id from api.occurrence"));

        await _database.Owner.RunAsync("update core.activity set published = true, status = 'DEFUNCT'");
        await _database.Agenda.KeepAsync(default);

        Assert.Empty(await RowsAsync("select id from core.occurrence"));
    }

    [Fact]
    public async Task A_holiday_that_comes_concerns_who_minds_its_calendar()
    {
        await _database.Owner.RunAsync(
            """
            insert into core.holiday_calendar (code, name) values ('school', 'Schoolvakanties');
            insert into core.holiday (calendar_key, name, start_date, end_date)
            select key, 'Kerstvakantie', day, day + 5 from core.holiday_calendar, unnest('{2022-12-26,2023-04-24}'::date[]) as day where code = 'school';
            update core.schedule set except_holidays = '{school,nl}', end_date = '2023-02-28', start_date = '2023-01-01'
            """);
        await _database.Agenda.KeepAsync(default);
        Assert.Equal(8, (await RowsAsync("select id from core.occurrence")).Count);

        await _database.Owner.RunAsync(
            "insert into core.holiday (calendar_key, name, start_date, end_date) select key, 'Voorjaarsvakantie', '2023-02-13', '2023-02-24' from core.holiday_calendar where code = 'school'");
        await _database.Agenda.KeepAsync(default);

        Assert.Equal(["2023-01-04", "2023-01-11", "2023-01-18", "2023-01-25", "2023-02-01", "2023-02-08"], await RowsAsync("select date::text from core.occurrence order by date"));
    }

    Task DueAsync() => _database.Owner.RunAsync("insert into core.agenda_due (kind, key) select 'activity', key from core.activity");

    Task<List<string>> RowsAsync(string sql) => _database.Owner.RowsAsync(sql);

    Task<long> VersionAsync() => _database.Owner.OneAsync<long>("select version from core.data_version");
}
