using Npgsql;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>What the role that answers the world may do: read api, and nothing else.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class ReaderRoleTests(EmptyDatabase fixture) : IClassFixture<EmptyDatabase>
{
    readonly SocialMapDatabase _database = fixture.Database;

    [Fact]
    public async Task It_reads_every_view_of_api()
    {
        var views = await _database.Owner.RowsAsync("select viewname from pg_views where schemaname = 'api'");
        Assert.NotEmpty(views);
        foreach (var view in views)
            Assert.NotNull(await _database.Reader.OneAsync<object>($"select count(*) from api.{view}"));
    }

    [Fact]
    public async Task It_reads_no_table_of_another_schema()
    {
        var readable = await _database.Owner.RowsAsync(
            """
            select nspname || '.' || relname
            from pg_class
            join pg_namespace on pg_namespace.oid = relnamespace
            where nspname not in ('api', 'pg_catalog', 'information_schema', 'public')
              and relkind in ('r', 'v', 'm', 'p', 'f', 'S')
              and nspname not like 'pg_toast%'
              and has_schema_privilege('socialmap_reader', pg_namespace.oid, 'usage')
              and has_table_privilege('socialmap_reader', pg_class.oid, 'select')
            """);
        Assert.Empty(readable);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await _database.Reader.RefusalAsync("select * from core.area"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await _database.Reader.RefusalAsync("select * from restricted.anything"));
    }

    [Fact]
    public async Task In_public_it_finds_what_postgis_needs_and_nothing_of_ours() =>
        Assert.Empty(await _database.Owner.RowsAsync(
            """
            select relname
            from pg_class
            where relnamespace = 'public'::regnamespace
              and relkind in ('r', 'v', 'm', 'p', 'f')
              and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
            """));

    [Fact]
    public async Task It_calls_the_functions_of_api_and_none_of_core()
    {
        Assert.Empty(await _database.Owner.RowsAsync(
            """
            select proname
            from pg_proc
            where pronamespace = 'core'::regnamespace
              and has_function_privilege('socialmap_reader', oid, 'execute')
            """));
        Assert.Empty(await _database.Reader.RowsAsync("select * from api.search('de')"));
    }

    [Theory]
    [InlineData("delete from api.activity")]
    [InlineData("update api.area set name = 'x'")]
    [InlineData("insert into api.partner (name) values ('x')")]
    [InlineData("create table api.mine (x int)")]
    [InlineData("create table public.mine (x int)")]
    [InlineData("create temporary table mine (x int)")]
    [InlineData("create schema mine")]
    [InlineData("create function public.mine() returns int language sql as 'select 1'")]
    [InlineData("alter role socialmap_reader superuser")]
    [InlineData("set role socialmap_owner")]
    [InlineData("set role socialmap_steward")]
    [InlineData("copy (select 1) to '/tmp/mine'")]
    [InlineData("copy (select 1) to program 'true'")]
    [InlineData("select pg_read_file('/etc/passwd')")]
    public async Task It_can_not_write_even_when_it_lifts_the_read_only_default(string statement)
    {
        await using var connection = await _database.Reader.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("set default_transaction_read_only = off", connection);
        await command.ExecuteNonQueryAsync();
        command.CommandText = statement;
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        Assert.Contains(refused.SqlState, new[] { PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.ObjectNotInPrerequisiteState });
        command.CommandText = "reset default_transaction_read_only";
        await command.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task Its_transactions_are_read_only() =>
        Assert.Equal("on", await _database.Reader.OneAsync<string>("show transaction_read_only"));

    [Fact]
    public async Task A_long_statement_is_cut_off() =>
        Assert.Equal(PostgresErrorCodes.QueryCanceled, await _database.Reader.RefusalAsync("select pg_sleep(60)"));

    [Theory]
    [InlineData("search_path", "api, public")]
    [InlineData("jit", "off")]
    [InlineData("plan_cache_mode", "force_generic_plan")]
    [InlineData("TimeZone", "UTC")]
    [InlineData("statement_timeout", "3s")]
    [InlineData("lock_timeout", "1s")]
    [InlineData("idle_in_transaction_session_timeout", "10s")]
    public async Task Its_sessions_start_with(string setting, string value) =>
        Assert.Equal(value, await _database.Reader.OneAsync<string>($"show {setting}"));

    [Fact]
    public async Task A_wrong_password_stays_outside()
    {
        var settings = new NpgsqlConnectionStringBuilder(_database.Reader.ConnectionString) { Password = "guess", Pooling = false };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync());
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task The_steward_reads_what_is_added_to_restricted_and_the_reader_does_not()
    {
        await _database.Owner.RunAsync("create table restricted.raw_count (value int)");
        Assert.True(await _database.Owner.OneAsync<bool>("select has_table_privilege('socialmap_steward', 'restricted.raw_count', 'select')"));
        Assert.False(await _database.Owner.OneAsync<bool>("select has_table_privilege('socialmap_steward', 'restricted.raw_count', 'insert')"));
        Assert.False(await _database.Owner.OneAsync<bool>("select has_table_privilege('socialmap_reader', 'restricted.raw_count', 'select')"));
        Assert.False(await _database.Owner.OneAsync<bool>("select has_schema_privilege('socialmap_reader', 'restricted', 'usage')"));
    }
}
