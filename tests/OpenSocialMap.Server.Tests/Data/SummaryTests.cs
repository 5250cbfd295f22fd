using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>The words that say when something is follow what is stored, and cost no write when nothing changed.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class SummaryTests(PostgresFixture postgres) : IAsyncLifetime
{
    const string Dutch = "select nl[3] from core.schedule_summary";

    string _address = null!;
    SocialMapDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _address = await postgres.CreateDatabaseAsync();
        _database = await PostgresFixture.OpenAsync(_address, seedFolder: null);
        var world = new World();
        await world.SaveAsync(_database.Owner, world.Activity("soup", area: world.West));
        await _database.Owner.RunAsync(
            """
            insert into core.schedule (activity_key, position, repeat_frequency, by_day, start_time, end_time)
            select key, 1, 'P1W', '{MO}'::text[], '09:00'::time, '11:00'::time from core.activity
            union all
            select key, 2, 'P1W', '{TH}'::text[], '13:00'::time, '15:30'::time from core.activity
            """);
        await _database.Agenda.KeepAsync(default);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task All_schedules_of_an_activity_are_told_in_their_order() =>
        Assert.Equal(["iedere maandag van 9:00 tot 11:00; iedere donderdag van 13:00 tot 15:30"], await _database.Owner.RowsAsync(Dutch));

    [Fact]
    public async Task A_changed_schedule_is_told_anew_and_a_schedule_that_is_gone_no_more()
    {
        await _database.Owner.RunAsync("update core.schedule set by_day = '{2MO}', repeat_frequency = 'P1M' where position = 1; delete from core.schedule where position = 2");
        await _database.Agenda.KeepAsync(default);
        Assert.Equal(["iedere 2e maandag van de maand van 9:00 tot 11:00"], await _database.Owner.RowsAsync(Dutch));

        await _database.Owner.RunAsync("delete from core.schedule");
        await _database.Agenda.KeepAsync(default);
        Assert.Empty(await _database.Owner.RowsAsync(Dutch));
    }

    [Fact]
    public async Task Another_build_writes_all_words_anew_and_the_same_build_writes_none()
    {
        var before = await _database.Owner.OneAsync<long>("select version from core.data_version");
        await KeepAgainAsync();
        Assert.Equal(before, await _database.Owner.OneAsync<long>("select version from core.data_version"));

        await _database.Owner.RunAsync("update core.schedule_summary set nl = '{a,b,c,d,e}'; update core.agenda_day set summaries_of = gen_random_uuid()");
        await KeepAgainAsync();
        Assert.Equal(["iedere maandag van 9:00 tot 11:00; iedere donderdag van 13:00 tot 15:30"], await _database.Owner.RowsAsync(Dutch));
    }

    // As a server does that starts on the same database.
    async Task KeepAgainAsync()
    {
        await using var again = await PostgresFixture.OpenAsync(_address, seedFolder: null);
        await again.Agenda.KeepAsync(default);
    }
}
