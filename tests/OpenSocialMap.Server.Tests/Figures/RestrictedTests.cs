using Npgsql;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Figures;

/// <summary>Raw counts are out of the reader's reach, whatever way it tries.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class RestrictedTests(CensusDatabase census) : IClassFixture<CensusDatabase>
{
    [Theory]
    [InlineData("select * from restricted.cell")]
    [InlineData("select value from restricted.cell limit 1")]
    [InlineData("select count(*) from restricted.load")]
    [InlineData("table restricted.audit")]
    [InlineData("select key from restricted.rounding_key")]
    [InlineData("select restricted.refuse_change()")]
    [InlineData("select 'restricted.cell'::regclass")]
    [InlineData("copy restricted.cell to stdout")]
    [InlineData("begin; lock table restricted.cell in access share mode")]
    [InlineData("select * from core.observation")]
    [InlineData("select * from core.release")]
    [InlineData("set role socialmap_steward")]
    public async Task The_reader_comes_near_none_of_it(string sql) =>
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await census.Database.Reader.RefusalAsync(sql));

    [Fact]
    public async Task No_view_and_no_function_that_the_reader_has_looks_into_restricted()
    {
        Assert.Empty(await census.Database.Owner.RowsAsync(
            """
            select distinct view.oid::regclass
            from pg_class view
            join pg_rewrite rule on rule.ev_class = view.oid
            join pg_depend needs on needs.classid = 'pg_rewrite'::regclass and needs.objid = rule.oid
            join pg_class behind on behind.oid = needs.refobjid
            where view.relnamespace in ('api'::regnamespace, 'core'::regnamespace)
              and behind.relnamespace = 'restricted'::regnamespace
            """));
        Assert.Empty(await census.Database.Owner.RowsAsync(
            """
            select oid::regprocedure
            from pg_proc
            where pronamespace in ('api'::regnamespace, 'core'::regnamespace)
              and (prosrc ilike '%restricted.%' or pg_get_functiondef(oid) ilike '%restricted.%')
              and prokind = 'f'
            """));
    }
}
