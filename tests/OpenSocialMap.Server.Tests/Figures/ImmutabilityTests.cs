using Npgsql;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Figures;

/// <summary>The database itself refuses to change what was published, and to publish what is about nothing.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class ImmutabilityTests(CensusDatabase census) : IClassFixture<CensusDatabase>
{
    [Theory]
    [InlineData("update core.observation set value = 1")]
    [InlineData("delete from core.observation")]
    [InlineData("truncate core.observation")]
    [InlineData("update core.release set notes = 'other'")]
    [InlineData("update core.release set published_on = '2000-01-01'")]
    [InlineData("delete from core.release")]
    [InlineData("update core.observation_note set text = 'other'")]
    [InlineData("insert into restricted.audit (command) values ('x'); update restricted.audit set command = 'y'")]
    [InlineData("delete from restricted.audit")]
    public async Task What_was_published_never_changes(string write) =>
        Assert.Equal(PostgresErrorCodes.RestrictViolation, await census.Database.Owner.RefusalAsync(write));

    [Theory]
    [InlineData("select 1000, release, indicator, 0, null, citation", "area")]
    [InlineData("select 1000, release, 0, area, null, citation", "indicator")]
    [InlineData("select 1000, release, indicator, area, 0, citation", "breakdown")]
    [InlineData("select 1000, release, indicator, area, null, 0", "citation")]
    [InlineData("select 1001, release, indicator, area, null, citation", "keys of its release")]
    [InlineData("select 1000, 0, indicator, area, null, citation", "keys of its release")]
    public async Task An_observation_of_nothing_is_refused(string row, string what)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => census.Database.Owner.RunAsync(
            $"""
            insert into core.release (id, dataset_key, number, published_on, notes, checksum, time_periods, first_key, observation_count)
            select 'rel_0000000000000009', dataset_key, 9, published_on, notes, checksum, time_periods, 1000, 1 from core.release;
            insert into core.observation (key, release_key, indicator_key, area_key, breakdown_key, citation_key, status, time_period, value)
            {row}, 'A', '2022', 1
            from (select max(key) as release from core.release) as newest, (select indicator_key as indicator, area_key as area, citation_key as citation from core.observation limit 1) as one
            """));
        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, refused.SqlState);
        Assert.Contains(what, refused.MessageText, StringComparison.Ordinal);
    }
}
