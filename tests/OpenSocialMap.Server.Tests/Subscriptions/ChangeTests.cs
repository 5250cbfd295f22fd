using Npgsql;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Subscriptions;

/// <summary>Who subscribes to changes hears of those that concern it and of no others.</summary>
[Collection(WaitingCollection.Name)]
public sealed class ChangeTests(PostgresFixture postgres) : SubscriptionTests(postgres)
{
    private const string Refresh = """next {"data":{"activityChanged":{"change":"REFRESH","id":null,"activity":null}}}""";
    private readonly PostgresFixture _postgres = postgres;

    private Task<string?> IdAsync(string slug) => Database.Owner.OneAsync<string>($"select id from core.activity where slug = '{slug}'");

    [Fact]
    public async Task A_change_comes_with_the_record_as_it_is_now()
    {
        var soup = (await IdAsync("soup"))!;
        using var events = await FollowAsync();

        await WriteAsync("update core.activity set name = 'Soup for all' where slug = 'soup'");

        Assert.Equal(Change("UPDATED", soup, "soup", "Soup for all"), await events.NextAsync());
    }

    [Fact]
    public async Task A_write_that_changes_nothing_or_is_rolled_back_is_not_told()
    {
        using var events = await FollowAsync();

        await WriteAsync("update core.activity set name = name");
        await WriteAsync("begin; update core.activity set name = 'Never'; rollback");
        await WriteAsync("update core.activity set name = 'Walk' where slug = 'walk'");

        Assert.Contains("\"Walk\"", await events.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activity_whose_place_moved_leaves_one_area_and_comes_into_another()
    {
        var soup = (await IdAsync("soup"))!;
        using var inWest = await FollowAsync("""{"area":"west"}""");
        using var inEast = await FollowAsync("""{"area":"WK000102"}""");
        using var inTown = await FollowAsync("""{"area":"GM0001"}""");

        await WriteAsync("update core.meeting_place set area_key = (select key from core.area where slug = 'meadow') where slug = 'hall'");

        Assert.Equal(Change("REMOVED", soup, "soup"), await inWest.NextAsync());
        Assert.Equal(Change("ADDED", soup, "soup"), await inEast.NextAsync());
        Assert.Equal(Change("UPDATED", soup, "soup"), await inTown.NextAsync());
    }

    [Fact]
    public async Task What_is_unpublished_is_removed_and_nothing_of_it_is_told_until_it_is_published_again()
    {
        var soup = (await IdAsync("soup"))!;
        using var events = await FollowAsync("""{"area":"harbour","place":"hall","partner":"club"}""");

        await WriteAsync("update core.activity set published = false, name = 'Secret' where slug = 'soup'");
        await WriteAsync("update core.activity set name = 'More secret' where slug = 'soup'");
        await WriteAsync("update core.activity set name = 'Soup', published = true where slug = 'soup'");

        Assert.Equal(Change("REMOVED", soup, null), await events.NextAsync());
        Assert.Equal(Change("ADDED", soup, "soup", "Soup"), await events.NextAsync());
    }

    [Fact]
    public async Task What_is_deleted_is_removed()
    {
        var soup = (await IdAsync("soup"))!;
        using var events = await FollowAsync("""{"area":"both"}""");

        await WriteAsync("delete from core.activity where slug = 'soup'");

        Assert.Equal(Change("REMOVED", soup, null), await events.NextAsync());
    }

    [Theory]
    [InlineData("""{"id":"soup"}""")]
    [InlineData("""{"area":"BU00010101"}""")]
    [InlineData("""{"place":"hall"}""")]
    [InlineData("""{"partner":"club"}""")]
    [InlineData("""{"area":"west","partner":"club","place":null}""")]
    public async Task A_filter_holds_back_what_does_not_concern_it(string filter)
    {
        using var events = await FollowAsync(filter);

        await WriteAsync("update core.activity set name = 'A walk' where slug = 'walk'");
        await WriteAsync("update core.activity set name = 'A soup' where slug = 'soup'");

        Assert.Contains("A soup", await events.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_that_gets_a_part_brings_the_activity_in()
    {
        using var events = await FollowAsync("""{"partner":"choir"}""");

        await WriteAsync("insert into core.activity_partner (activity_key, partner_key, role) select a.key, p.key, 'PARTNER' from core.activity a, core.partner p where a.slug = 'walk' and p.slug = 'choir'");
        Assert.Equal(Change("ADDED", (await IdAsync("walk"))!, "walk"), await events.NextAsync());

        await WriteAsync("update core.partner set published = false where slug = 'choir'");
        Assert.Equal(Change("REMOVED", (await IdAsync("walk"))!, "walk"), await events.NextAsync());
    }

    [Fact]
    public async Task Places_are_told_of_too()
    {
        using var events = await FollowAsync("""{"partner":"club"}""", "subscription($partner: ID) { placeChanged(area: \"west\", partner: $partner) { change place { slug activities { nodes { slug } } } } }");

        await WriteAsync("update core.meeting_place set name = 'Shed 2' where slug = 'shed'");
        await WriteAsync("update core.meeting_place set name = 'Hall 2' where slug = 'hall'");

        Assert.Equal("""next {"data":{"placeChanged":{"change":"UPDATED","place":{"slug":"hall","activities":{"nodes":[{"slug":"soup"}]}}}}}""", await events.NextAsync());
    }

    [Fact]
    public async Task A_name_that_nothing_has_is_refused()
    {
        using var events = await FollowAsync("""{"area":"wst"}""");

        Assert.Contains("No area has the code or slug \\\"wst\\\"", await events.NextAsync(), StringComparison.Ordinal);
        Assert.Equal("complete", await events.NextAsync());
        Assert.Null(await events.NextAsync());
    }

    [Fact]
    public async Task More_than_a_thousand_changes_at_once_are_one_event()
    {
        using var events = await FollowAsync("""{"area":"harbour"}""");

        await WriteAsync(
            """
            insert into core.activity (id, slug, name, provenance_source_key, provenance_stated_on)
            select 'act_' || lpad((1000 + n)::text, 16, '0'), 'made-' || n, 'Made', key, '2022' from core.source, generate_series(1, 1001) n
            """);
        await WriteAsync("update core.activity set name = 'Soup 2' where slug = 'soup'");

        Assert.Equal(Refresh, await events.NextAsync());
        Assert.Contains("Soup 2", await events.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_changes_at_once_are_all_told()
    {
        using var events = await FollowAsync();

        await WriteAsync(
            """
            insert into core.activity (id, slug, name, area_key, provenance_source_key, provenance_stated_on)
            select 'act_' || lpad((1000 + n)::text, 16, '0'), 'made-' || n, 'Made', area.key, source.key, '2022'
            from core.source, core.area, generate_series(1, 1000) n where area.slug = 'harbour'
            """);

        var told = new HashSet<string?>();
        while (told.Count < 1000)
            Assert.True(told.Add(await events.NextAsync()));
        Assert.All(told, change => Assert.Contains("ADDED", change, StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_the_database_was_out_of_reach_everybody_is_to_ask_anew()
    {
        using var events = await FollowAsync();

        await WriteAsync("select pg_terminate_backend(pid) from pg_stat_activity where query like '%from core.data_version%' and pid <> pg_backend_pid() and datname = current_database()");

        Assert.Equal(Refresh, await events.NextAsync());
    }

    [Fact]
    public async Task Every_server_of_a_database_tells_of_a_write()
    {
        var connection = await _postgres.CreateSeededDatabaseAsync();
        await using var writer = NpgsqlDataSource.Create(connection);
        await using var one = await ServerProcess.StartOverAsync(connection);
        await using var two = await ServerProcess.StartOverAsync(connection);
        using var ofOne = await EventReader.OpenAsync(one.Http, "subscription { activityChanged(area: \"dordrecht\") { change activity { name } } }");
        using var ofTwo = await EventReader.OpenAsync(two.Http, "subscription { activityChanged(area: \"dordrecht\") { change activity { name } } }");

        await writer.RunAsync("update core.activity set name = 'Heard by all' where key = (select min(activity_key) from core.area_activity)");

        const string Event = """next {"data":{"activityChanged":{"change":"UPDATED","activity":{"name":"Heard by all"}}}}""";
        Assert.Equal(Event, await ofOne.NextAsync());
        Assert.Equal(Event, await ofTwo.NextAsync());
    }

    [Fact]
    public async Task All_subscribers_of_one_operation_cost_one_statement()
    {
        var connection = await _postgres.CreateSeededDatabaseAsync();
        await using var writer = NpgsqlDataSource.Create(connection);
        await writer.RunAsync($"alter database {new NpgsqlConnectionStringBuilder(connection).Database} set log_statement = 'all'");
        // The one that is open began without it.
        writer.Clear();
        await using var database = await PostgresFixture.OpenAsync(connection, seedFolder: null);
        await using var server = await RunningServer.StartAsync(database);
        await ListeningAsync(database);
        var followers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => EventReader.OpenAsync(server.Http, "subscription { activityChanged { all_for_one: activity { name } } }")));
        await LoggedAsync(writer, "before");
        var before = Statements().Count();

        await writer.RunAsync("update core.activity set name = 'Once' where key = (select min(key) from core.activity)");
        foreach (var follower in followers)
        {
            Assert.Contains("Once", await follower.NextAsync(), StringComparison.Ordinal);
            follower.Dispose();
        }

        await LoggedAsync(writer, "after");
        var statements = Statements().Skip(before).ToList();
        Assert.True(statements.Count == 1, string.Join("\n", statements));
    }

    // What PostgreSQL logs arrives a little later than what it answers.
    private async Task LoggedAsync(NpgsqlDataSource writer, string mark)
    {
        await writer.RunAsync($"select 'all that came {mark}'");
        for (var tries = 0; !_postgres.Log.Any(line => line.Contains($"all that came {mark}", StringComparison.Ordinal)); tries++)
        {
            Assert.True(tries < 500, "It wasn't logged within ten seconds.");
            await Task.Delay(20);
        }
    }

    private IEnumerable<string> Statements() => _postgres.Log.Where(line => line.Contains("LOG:  execute ", StringComparison.Ordinal) && line.Contains("all_for_one", StringComparison.Ordinal));
}
