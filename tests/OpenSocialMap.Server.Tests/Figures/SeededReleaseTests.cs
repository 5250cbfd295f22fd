using Microsoft.Extensions.Logging.Abstractions;
using OpenSocialMap.Data;
using OpenSocialMap.Data.Seeding;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Figures;

/// <summary>Releases of the seed come in once, whole, and never change.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class SeededReleaseTests(PostgresFixture postgres) : IAsyncLifetime, IDisposable
{
    private const string West = "PEOPLE,WK000101,2023,2023,,405,A,F,,report,line 2,2022";

    private readonly SeedFiles _files = new();
    private SocialMapDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await postgres.OpenAsync();
        await SeedAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    public void Dispose() => _files.Dispose();

    private Task<SeedResult> SeedAsync() => new Seeder(_database.Owner, NullLogger.Instance).SeedAsync(_files.Folder, default);

    private Task<List<string>> ShownAsync() => _database.Reader.RowsAsync(
        """
        select area.code, breakdown, value, observation.status, confidentiality, observation.provenance_locator, release.number
        from api.current_observation observation
        join api.area on area.key = area_key
        join api.release on release.key = release_key
        order by observation.key
        """);

    [Fact]
    public async Task What_a_file_says_is_shown()
    {
        Assert.Equal(
            ["WK000101||400|NORMAL|FREE|line 1|1", "WK000102|||MISSING|FREE|line 1|1", "WK000102|age=OLD|help=FOOD||SUPPRESSED|CONFIDENTIAL|line 1|1"], await ShownAsync());
        Assert.Equal(["age|OLD", "help|FOOD"], await _database.Reader.RowsAsync(
            """
            select dimension.code, category.code
            from api.breakdown_category
            join api.category on category.key = category_key
            join api.dimension on dimension.key = dimension_key
            order by dimension.position
            """));
    }

    [Fact]
    public async Task Another_seeding_leaves_a_release_as_it_is()
    {
        _files.Replace("partners.csv", "The Choir", "The Quire");
        Assert.Equal(new(0, 1, 0), await SeedAsync());
        Assert.Equal(3L, await _database.Owner.OneAsync<long>("select count(*) from core.observation"));
    }

    [Fact]
    public async Task A_changed_file_is_refused_even_with_its_own_checksum()
    {
        _files.Release(1, West);
        var refused = await Assert.ThrowsAsync<SeedException>(SeedAsync);
        Assert.StartsWith("releases.csv(2): checksum: release 1 is known with another checksum (", Assert.Single(refused.Problems), StringComparison.Ordinal);
        Assert.Equal(3, (await ShownAsync()).Count);
    }

    [Fact]
    public async Task The_next_number_supersedes_it()
    {
        var first = await File.ReadAllLinesAsync(Path.Combine(_files.Folder, "releases.csv"));
        _files.Release(2, West);
        _files.Append("releases.csv", first[1]);
        Assert.Equal(new(1, 0, 0), await SeedAsync());
        Assert.Equal(["WK000101||405|NORMAL|FREE|line 2|2"], await ShownAsync());
        Assert.Equal(4L, await _database.Reader.OneAsync<long>("select count(*) from api.observation"));
    }

    [Fact]
    public async Task A_withdrawn_one_loses_its_values()
    {
        _files.Replace("releases.csv", ",,", ",2023-02-01,Counted twice.");
        await SeedAsync();
        Assert.Empty(await ShownAsync());
        Assert.Equal(["|WITHDRAWN", "|WITHDRAWN", "|WITHDRAWN"], await _database.Reader.RowsAsync("select value, status from api.observation"));
    }
}
