using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>A record gets stale at midnight of a day that follows from its last confirmation, and a kept answer knows.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class FreshnessTests(PostgresFixture postgres) : IAsyncLifetime
{
    const string Question = "select last_known_on, confirmed_on, confirmed_by_role, is_stale, stale_since from api.freshness where key like 'act%'";

    SocialMapDatabase _database = null!;
    readonly World _world = new();

    public async Task InitializeAsync()
    {
        _database = await postgres.OpenAsync();
        await _world.SaveAsync(_database.Owner, _world.Activity("soup", area: _world.West));
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task It_is_stale_from_the_day_that_the_rule_gives_and_the_night_before_that_moves_the_datas_version()
    {
        await TodayAsync("2023-12-30");
        Assert.Equal(["2022-12-31|||False|"], await _database.Owner.RowsAsync(Dated(Question)));
        var version = await VersionAsync();

        await TodayAsync("2023-12-31");

        Assert.Equal(["2022-12-31|||True|2023-12-31"], await _database.Owner.RowsAsync(Dated(Question)));
        Assert.True(await VersionAsync() > version);
    }

    [Fact]
    public async Task A_confirmation_makes_it_fresh_and_says_by_which_role()
    {
        await TodayAsync("2024-06-01");
        await _database.Owner.RunAsync("insert into core.confirmation (subject_id, confirmed_on, role) select id, '2024-05-02', 'ORGANISER' from core.activity");
        Assert.Equal(["2024-05-02|2024-05-02|ORGANISER|False|"], await _database.Owner.RowsAsync(Dated(Question)));

        await _database.Owner.RunAsync("update core.activity set provenance_confirmed_on = '2024-05-20'");
        Assert.Equal(["2024-05-20|2024-05-20||False|"], await _database.Owner.RowsAsync(Dated(Question)));
    }

    [Fact]
    public async Task What_has_stopped_and_what_is_unpublished_is_on_no_list()
    {
        await TodayAsync("2030-01-01");
        Assert.Equal(["soup"], await _database.Reader.RowsAsync("select name from api.stale_record"));

        await _database.Owner.RunAsync("update core.activity set status = 'DEFUNCT'");
        Assert.Empty(await _database.Reader.RowsAsync("select name from api.stale_record"));

        await _database.Owner.RunAsync("update core.activity set status = null, published = false");
        Assert.Empty(await _database.Reader.RowsAsync("select name from api.stale_record"));
        Assert.Empty(await _database.Reader.RowsAsync(Question));
    }

    [Fact]
    public async Task Nothing_unknown_can_be_confirmed() => Assert.Contains("no activity or meeting place", (await Assert.ThrowsAsync<Npgsql.PostgresException>(
        () => _database.Owner.RunAsync("insert into core.confirmation (subject_id, confirmed_on, role) values ('act_9999999999999999', '2024-05-02', 'HOST')"))).MessageText, StringComparison.Ordinal);

    Task TodayAsync(string day) => _database.Owner.RunAsync($"update core.agenda_day set day = '{day}', fixed = true");

    Task<long> VersionAsync() => _database.Reader.OneAsync<long>("select version from api.data_version");

    static string Dated(string question) => question.Replace("last_known_on, confirmed_on,", "last_known_on::text, confirmed_on::text,", StringComparison.Ordinal)
        .Replace("stale_since", "stale_since::text", StringComparison.Ordinal);
}
