using Npgsql;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>Bringing a database up to date, however many servers try.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class MigrationTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Servers_that_start_together_on_new_databases_all_open()
    {
        var first = await postgres.CreateBareDatabaseAsync();
        var second = await postgres.CreateBareDatabaseAsync();
        var opened = await Task.WhenAll(new[] { first, first, first, second, second }.Select(database => PostgresFixture.OpenAsync(database, seedFolder: null)));
        foreach (var database in opened)
        {
            Assert.Equal(0L, await database.Reader.OneAsync<long>("select count(*) from api.activity"));
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task Opening_again_changes_nothing()
    {
        var connectionString = await postgres.CreateBareDatabaseAsync();
        await using (var first = await PostgresFixture.OpenAsync(connectionString, seedFolder: null))
            Assert.NotEqual(0L, await first.Owner.OneAsync<long>("select count(*) from core.migration"));
        await using var again = await PostgresFixture.OpenAsync(connectionString, seedFolder: null);
        Assert.Equal(
            Directory.GetFiles(Path.Combine(Repository.Clone.Root, "src/OpenSocialMap.Data/Migrations"), "*.sql").Select(Path.GetFileNameWithoutExtension).Order(),
            await again.Owner.RowsAsync("""select "MigrationId" from core.migration order by 1"""));
    }

    [Fact]
    public async Task What_an_older_database_knows_of_schedules_is_kept_and_nobody_is_told_of_it()
    {
        var address = await postgres.CreateBareDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(address);
        string[] older = [.. Repository.Clone.Files("src/OpenSocialMap.Data/Migrations", "*.sql").Where(path => string.CompareOrdinal(Path.GetFileName(path), "0016") < 0).Order()];
        foreach (var path in older)
            await source.RunAsync(await File.ReadAllTextAsync(Path.Combine(Repository.Clone.Root, path)));
        await source.RunAsync(
            $"""
            create table core.migration ("MigrationId" varchar(150) primary key, "ProductVersion" varchar(32) not null);
            insert into core.migration select id, '10.0.0' from unnest(array['{string.Join("','", older.Select(Path.GetFileNameWithoutExtension))}']) as id
            """);
        await source.RunAsync(
            """
            insert into core.source (id, slug, title, kind) values ('src_0000000000000001', 'report', 'Report', 'REPORT');
            insert into core.activity (id, slug, name, schedule_text, schedule_by_day, schedule_start_time, provenance_source_key, provenance_stated_on)
            select 'act_000000000000000' || n, 'number-' || n, 'Number', case n when 1 then 'iedere woensdag' end, case n when 1 then '{WE}'::text[] end, null, key, '2022'
            from core.source, generate_series(1, 2) as n
            """);

        await using var database = await PostgresFixture.OpenAsync(address, seedFolder: null);

        Assert.Equal(["number-1|iedere woensdag|WE", "number-2||"], await source.RowsAsync(
            "select slug, schedule_text, array_to_string(schedule_by_day, ',') from api.activity order by slug"));
        Assert.Equal(["1|1|0"], await source.RowsAsync(
            """
            select (select count(*) from core.schedule), (select count(*) from core.agenda_due),
              (select count(*) from core.told join core.told_wanted wanted using (kind, key) where wanted.digest <> told.digest)
            """));
    }

    [Fact]
    public async Task Of_several_hosts_one_that_answers_is_enough()
    {
        var settings = new NpgsqlConnectionStringBuilder(await postgres.CreateBareDatabaseAsync());
        settings.Host = $"/nowhere,{settings.Host}";
        await using var database = await PostgresFixture.OpenAsync(settings.ConnectionString, seedFolder: null);
        Assert.Equal(0L, await database.Reader.OneAsync<long>("select count(*) from api.activity"));
        Assert.Equal(0L, await database.Owner.OneAsync<long>("select count(*) from core.activity"));
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=a;Password=b;Database=c", "can't be reached")]
    [InlineData("Host=/nowhere,/neither;Username=a;Password=b;Database=c", "None of the database servers")]
    [InlineData("Database=nowhere", "does not exist")]
    [InlineData("Password=wrong", "refuses")]
    public async Task A_connection_string_that_does_not_work_is_explained(string change, string sentence)
    {
        var connectionString = change.StartsWith("Host", StringComparison.Ordinal) ? change : $"{await postgres.CreateBareDatabaseAsync()};{change};Pooling=false";
        var failure = await Assert.ThrowsAsync<SocialMapDatabaseException>(() => PostgresFixture.OpenAsync(connectionString, seedFolder: null));
        Assert.Contains(sentence, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }
}
