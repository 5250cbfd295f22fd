using Npgsql;
using OpenSocialMap.Data;
using OpenSocialMap.Data.Figures;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Figures;

/// <summary>Releases never change: a later one takes their place, or they are withdrawn.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class ReleaseTests(PostgresFixture postgres) : IAsyncLifetime
{
    private SocialMapDatabase _database = null!;

    public async Task InitializeAsync() => _database = await postgres.OpenFilledAsync("released", FillAsync);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private static async Task FillAsync(SocialMapDatabase database)
    {
        var world = new World();
        var census = world.Dataset("census");
        await world.SaveAsync(database.Owner, world.Indicator("people", census), world.Indicator("dogs", census));
        await Releases.AddAsync(database.Owner, "census", 1, Releases.Row("PEOPLE", "WK000101", "2022", 400), Releases.Row("PEOPLE", "WK000102", "2022", 600));
    }

    private Task<int> AddAsync(int number, params ReleaseRow[] rows) => Releases.AddAsync(_database.Owner, "census", number, rows);

    private Task<List<string>> StatusesAsync() => _database.Reader.RowsAsync("select number, status from api.release order by number");

    private Task<List<string>> CurrentAsync() =>
        _database.Reader.RowsAsync("select time_period, value from api.current_observation order by time_period, value");

    [Fact]
    public async Task A_correction_supersedes_and_the_older_values_stay_readable()
    {
        await AddAsync(2, Releases.Row("PEOPLE", "WK000101", "2022", 405), Releases.Row("PEOPLE", "WK000102", "2022", 600));
        Assert.Equal(["1|SUPERSEDED", "2|CURRENT"], await StatusesAsync());
        Assert.Equal(["2022|405", "2022|600"], await CurrentAsync());
        Assert.Equal(["400", "600"], await _database.Reader.RowsAsync("select value from api.observation where release_status = 'SUPERSEDED' order by 1"));
    }

    [Fact]
    public async Task Releases_of_other_periods_hold_side_by_side()
    {
        await AddAsync(2, Releases.Row("PEOPLE", "WK000101", "2023", 410));
        Assert.Equal(["1|CURRENT", "2|CURRENT"], await StatusesAsync());
        Assert.Equal(["2022|400", "2022|600", "2023|410"], await CurrentAsync());
    }

    [Fact]
    public async Task A_release_that_would_lose_a_period_of_the_one_before_is_refused()
    {
        await AddAsync(2, Releases.Row("PEOPLE", "WK000101", "2022", 405), Releases.Row("PEOPLE", "WK000101", "2023", 410));
        var refused = await Assert.ThrowsAsync<ReleaseFileException>(() => AddAsync(3, Releases.Row("PEOPLE", "WK000101", "2023", 411)));
        Assert.Contains("release 2 has figures of 2022 and this one", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["1|SUPERSEDED", "2|CURRENT"], await StatusesAsync());
    }

    [Fact]
    public async Task A_number_is_given_once_and_numbers_only_rise()
    {
        await Assert.ThrowsAsync<ReleaseFileException>(() => AddAsync(1, Releases.Row("PEOPLE", "WK000101", "2023", 1)));
        await AddAsync(3, Releases.Row("PEOPLE", "WK000101", "2023", 410));
        await Assert.ThrowsAsync<ReleaseFileException>(() => AddAsync(2, Releases.Row("PEOPLE", "WK000101", "2024", 1)));
    }

    [Fact]
    public async Task A_file_other_than_the_one_with_the_checksum_is_refused_and_leaves_nothing()
    {
        var (_, checksum) = Releases.File(Releases.Row("PEOPLE", "WK000101", "2023", 1));
        var (file, _) = Releases.File(Releases.Row("PEOPLE", "WK000101", "2023", 2));
        await using var connection = await _database.Owner.OpenConnectionAsync();
        var refused = await Assert.ThrowsAsync<ReleaseFileException>(
            () => new ReleaseLoader(connection).AddAsync(new("census", 2, new(2023, 1, 1), "Two.", checksum), file, null, default));
        Assert.Contains("checksum", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["1|CURRENT"], await StatusesAsync());
    }

    [Fact]
    public async Task Sources_that_contradict_each_other_stand_side_by_side_within_a_release()
    {
        await AddAsync(
            2, Releases.Row("DOGS", "WK000101", "2023", 8) with { Locator = "line 3" }, Releases.Row("DOGS", "WK000101", "2023", 9) with { Locator = "line 4" },
            Releases.Row("DOGS", "WK000102", "2023", 9));
        Assert.Equal(
            ["8|9", "9|8"],
            await _database.Reader.RowsAsync(
                """
                select one.value, other.value
                from api.observation_conflict
                join api.observation one on one.key = observation_key
                join api.observation other on other.key = other_key
                order by one.value
                """));
    }

    [Fact]
    public async Task A_withdrawn_release_says_so_and_shows_no_value_and_stays_withdrawn()
    {
        await _database.Owner.RunAsync("update core.release set status = 'WITHDRAWN', withdrawn_on = '2023-02-01', withdrawn_reason = 'Counted twice.'");
        Assert.Equal(
            ["|WITHDRAWN|CONFIDENTIAL", "|WITHDRAWN|CONFIDENTIAL"], await _database.Reader.RowsAsync("select value, status, confidentiality from api.observation"));
        Assert.Empty(await CurrentAsync());
        Assert.Equal(PostgresErrorCodes.RestrictViolation,
            await _database.Owner.RefusalAsync("update core.release set status = 'CURRENT', withdrawn_on = null, withdrawn_reason = null"));
    }
}
