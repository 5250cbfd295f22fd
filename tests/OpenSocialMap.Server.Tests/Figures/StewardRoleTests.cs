using Npgsql;
using OpenSocialMap.Data;
using OpenSocialMap.Data.Figures;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Figures;

/// <summary>What the steward may do: bring raw counts in, read them, and release.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class StewardRoleTests(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Load =
        """
        insert into restricted.load (dataset_key, number, file_name, sha256) select key, 1, 'raw.csv', repeat('0', 64) from core.dataset;
        insert into restricted.cell (load_key, line, indicator_key, area_key, time_period, breakdown, value, obs_status, source_key, stated_on)
        select load.key, 2, indicator.key, area.key, '2022', '', 3, 'A', source.key, '2022'
        from restricted.load, core.indicator, core.area, core.source
        where area.slug = 'west';
        """;

    private SocialMapDatabase _database = null!;

    public async Task InitializeAsync() => _database = await postgres.OpenFilledAsync("steward", async database =>
    {
        var world = new World();
        await world.SaveAsync(database.Owner, world.Indicator("people", world.Dataset("census")));
    });

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private Task StewardAsync(string sql) => _database.Owner.RunAsync($"begin; set local role socialmap_steward; {sql}; commit");

    private async Task<string> StewardRefusalAsync(string sql) => (await Assert.ThrowsAsync<PostgresException>(() => StewardAsync(sql))).SqlState;

    [Fact]
    public async Task The_steward_brings_raw_counts_in_and_reads_them()
    {
        await StewardAsync(Load);
        await StewardAsync("insert into restricted.rounding_key (key) values (decode(repeat('ab', 32), 'hex')); insert into restricted.audit (command) values ('import')");
        await StewardAsync("select * from restricted.cell, restricted.load, restricted.rounding_key, restricted.audit");
        Assert.Equal("socialmap_steward", await _database.Owner.OneAsync<string>("select role from restricted.load"));
    }

    [Fact]
    public async Task The_steward_releases_and_the_world_hears_of_it()
    {
        var before = await _database.Owner.OneAsync<long>("select version from core.data_version");
        var (file, checksum) = Releases.File(Releases.Row("PEOPLE", "WK000101", "2022", 400) with { Note = "Counted." });
        await using (var connection = await _database.Owner.OpenConnectionAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await using (var steward = new NpgsqlCommand("set local role socialmap_steward", connection))
                await steward.ExecuteNonQueryAsync();
            await new ReleaseLoader(connection).AddAsync(new("census", 1, new(2023, 1, 1), "One.", checksum), file, null, default);
            await transaction.CommitAsync();
        }
        await StewardAsync("update core.release set status = 'WITHDRAWN', withdrawn_on = '2023-02-01', withdrawn_reason = 'Wrong.'");
        Assert.Equal(["WITHDRAWN"], await _database.Reader.RowsAsync("select status from api.observation"));
        Assert.True(await _database.Owner.OneAsync<long>("select version from core.data_version") > before);
    }

    [Theory]
    [InlineData("update core.area set name = 'x'")]
    [InlineData("insert into core.partner (id, slug, name, provenance_source_key, provenance_stated_on) select 'partner_0000000000000009', 'x', 'x', key, '2022' from core.source")]
    [InlineData("update core.release set notes = 'x'")]
    [InlineData("delete from core.release")]
    [InlineData("update core.dataset set minimum_count = 1")]
    [InlineData("update restricted.audit set command = 'x'")]
    [InlineData("delete from restricted.cell")]
    [InlineData("update core.data_version set version = 1")]
    [InlineData("create table restricted.mine (x int)")]
    [InlineData("select * from core.activity")]
    public async Task The_steward_writes_nothing_else(string sql) => Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await StewardRefusalAsync(sql));
}
