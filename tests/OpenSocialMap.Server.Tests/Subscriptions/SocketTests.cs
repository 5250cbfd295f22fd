using OpenSocialMap.Server.Subscriptions;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Subscriptions;

/// <summary>The protocol graphql-transport-ws, to its last close code.</summary>
[Collection(WaitingCollection.Name)]
public sealed class SocketTests(PostgresFixture postgres) : SubscriptionTests(postgres)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // Only what is about an end of patience meets a server that has little.
    private Task<RunningServer> ImpatientAsync(Func<StreamSettings, StreamSettings> change) =>
        RunningServer.StartAsync(Database, settings => settings with { Streams = change(Streams) });

    [Theory]
    [InlineData("graphql-ws")]
    [InlineData(null)]
    public async Task Another_subprotocol_is_4406(string? protocol)
    {
        using var socket = await SocketClient.OpenAsync(Server.Address, protocol);

        Assert.StartsWith("4406 Subprotocol not acceptable", await socket.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_does_not_initialise_is_4408()
    {
        await using var server = await ImpatientAsync(streams => streams with { Initialisation = Second });
        using var socket = await SocketClient.OpenAsync(server.Address);

        Assert.Equal("graphql-transport-ws", socket.Protocol);
        Assert.Equal("4408 Connection initialisation timeout", await socket.NextAsync());
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"start","id":"1"}""")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ __typename }"}}""")]
    [InlineData("""{"type":"subscribe","id":"","payload":{"query":"{ __typename }"}}""")]
    [InlineData("""{"type":"subscribe","id":"1"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":7}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ __typename }","variables":[]}}""")]
    [InlineData("{\"type\":\"subscribe\",\"id\":\"\\ud800\",\"payload\":{\"query\":\"{ __typename }\"}}")]
    public async Task A_message_that_is_none_is_4400(string message)
    {
        using var socket = await SocketClient.GreetAsync(Server.Address);

        await socket.SendAsync(message);

        Assert.StartsWith("4400 Invalid message: ", await socket.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_binary_message_is_4400()
    {
        using var socket = await SocketClient.GreetAsync(Server.Address);

        await socket.SendBytesAsync([1, 2, 3]);

        Assert.StartsWith("4400 ", await socket.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_subscribe_before_initialising_is_4401()
    {
        using var socket = await SocketClient.OpenAsync(Server.Address);

        await socket.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ __typename }"}}""");

        Assert.Equal("4401 Unauthorized", await socket.NextAsync());
    }

    [Fact]
    public async Task To_initialise_twice_is_4429()
    {
        using var socket = await SocketClient.GreetAsync(Server.Address);

        await socket.SendAsync("""{"type":"connection_init"}""");

        Assert.Equal("4429 Too many initialisation requests", await socket.NextAsync());
    }

    [Fact]
    public async Task An_id_that_is_in_use_is_4409()
    {
        using var socket = await SocketClient.GreetAsync(Server.Address);
        await socket.SubscribeAsync("one", "subscription { activityChanged { id } }");

        await socket.SendAsync("""{"id":"one","type":"subscribe","payload":{"query":"{ __typename }"}}""");

        Assert.Equal("4409 Subscriber for one already exists", await socket.NextAsync());
    }

    [Fact]
    public async Task A_message_that_is_too_long_is_1009()
    {
        using var socket = await SocketClient.GreetAsync(Server.Address);

        await socket.SendAsync("{\"type\":\"ping\",\"payload\":\"" + new string('x', 70_000) + "\"}");

        Assert.StartsWith("1009 ", await socket.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_never_ends_is_1008()
    {
        await using var server = await ImpatientAsync(streams => streams with { Message = Second });
        using var socket = await SocketClient.GreetAsync(server.Address);

        await socket.BeginAsync("""{"type":""");

        Assert.Equal("1008 A message took too long", await socket.NextAsync());
    }

    [Fact]
    public async Task A_client_that_answers_no_ping_is_cut()
    {
        await using var server = await ImpatientAsync(streams => streams with { PingAfter = Second, PongWithin = Second });
        using var socket = await SocketClient.GreetAsync(server.Address);

        Assert.Equal(SocketClient.Ping, await socket.HearAsync());
        Assert.Equal("4499 No pong", await socket.NextAsync());
    }

    [Fact]
    public async Task A_client_that_answers_pings_stays()
    {
        await using var server = await ImpatientAsync(streams => streams with { PingAfter = Second });
        using var socket = await SocketClient.GreetAsync(server.Address);

        for (var pings = 0; pings < 3; pings++)
        {
            Assert.Equal(SocketClient.Ping, await socket.HearAsync());
            await socket.SendAsync("""{"type":"pong"}""");
        }
    }

    [Fact]
    public async Task A_ping_is_answered_with_what_it_brought()
    {
        using var socket = await SocketClient.GreetAsync(Server.Address);

        await socket.SendAsync("""{"type":"ping","payload":{"a":1}}""");

        Assert.Equal("""{"type":"pong","payload":{"a":1}}""", await socket.NextAsync());
    }

    [Fact]
    public async Task A_query_is_answered_and_complete_and_its_id_free_again()
    {
        using var socket = await SocketClient.GreetAsync(Server.Address);
        for (var round = 0; round < 2; round++)
        {
            await socket.SendAsync("""{"id":"q","type":"subscribe","payload":{"query":"query($s: String!) { activity(by: { slug: $s }) { name } }","variables":{"s":"soup"},"operationName":null,"extensions":{}}}""");

            Assert.Equal("""{"id":"q","type":"next","payload":{"data":{"activity":{"name":"soup"}}}}""", await socket.NextAsync());
            Assert.Equal("""{"id":"q","type":"complete"}""", await socket.NextAsync());
        }
    }

    [Fact]
    public async Task What_is_wrong_with_a_document_is_an_error_of_its_operation_alone()
    {
        using var socket = await SocketClient.GreetAsync(Server.Address);

        await socket.SendAsync("""{"id":"q","type":"subscribe","payload":{"query":"{ nothing }"}}""");
        Assert.StartsWith("""{"id":"q","type":"error","payload":[{"message":""", await socket.NextAsync(), StringComparison.Ordinal);

        await socket.SubscribeAsync("q", "subscription { activityChanged { id } }");
    }

    [Fact]
    public async Task A_subscription_tells_until_its_client_completes_it()
    {
        using var socket = await SocketClient.GreetAsync(Server.Address);
        await socket.SubscribeAsync("all", "subscription { activityChanged { activity { name } } }");
        await socket.SubscribeAsync("walk", "subscription { activityChanged(id: \\\"walk\\\") { change } }");

        await WriteAsync("update core.activity set name = 'Soup 1' where slug = 'soup'");
        Assert.Equal("""{"id":"all","type":"next","payload":{"data":{"activityChanged":{"activity":{"name":"Soup 1"}}}}}""", await socket.NextAsync());

        await socket.SendAsync("""{"id":"all","type":"complete"}""");
        await socket.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await socket.NextAsync());
        await WriteAsync("update core.activity set name = 'Soup 2' where slug = 'soup'");
        await WriteAsync("update core.activity set name = 'Walk 2' where slug = 'walk'");
        Assert.Equal("""{"id":"walk","type":"next","payload":{"data":{"activityChanged":{"change":"UPDATED"}}}}""", await socket.NextAsync());
    }

    [Fact]
    public async Task More_than_twenty_operations_on_one_socket_are_refused_one_by_one()
    {
        using var socket = await SocketClient.GreetAsync(Server.Address);
        for (var n = 0; n < 20; n++)
            await socket.SubscribeAsync($"{n}", "subscription { activityChanged { id } }");

        await socket.SendAsync("""{"id":"more","type":"subscribe","payload":{"query":"{ __typename }"}}""");
        Assert.Contains("\"code\":\"LIMIT_EXCEEDED\",\"hint\":\"Complete one before the next, or open another socket.\",\"limit\":\"socketOperations\",\"value\":21,\"maximum\":20", await socket.NextAsync(), StringComparison.Ordinal);

        await socket.SendAsync("""{"id":"7","type":"complete"}""");
        await socket.SubscribeAsync("more", "subscription { activityChanged { id } }");
    }

    [Fact]
    public async Task An_id_that_is_too_long_is_4400()
    {
        using var socket = await SocketClient.GreetAsync(Server.Address);

        await socket.SubscribeAsync(new string('x', StreamSettings.MaxIdLength), "subscription { activityChanged { id } }");
        await socket.SendAsync($$$"""{"id":"{{{new string('x', StreamSettings.MaxIdLength + 1)}}}","type":"subscribe","payload":{"query":"{ __typename }"}}""");

        Assert.StartsWith("4400 Invalid message: an \"id\" has at most", await socket.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Different_operations_that_stay_open_have_bounded_room_for_each_client()
    {
        static string Long(int number) => $"subscription {{ activityChanged {{ id }} }} # {number} {new string('x', 60_000)}";
        using var socket = await SocketClient.GreetAsync(Server.Address, from: "192.0.2.1");
        var fitting = (int)(StreamSettings.MaxOpenBytesOfClient / (82 * (Long(10).Length + 100)));
        for (var n = 0; n < fitting; n++)
            await socket.SubscribeAsync($"{n}", Long(n));

        await socket.SendAsync($$$"""{"id":"more","type":"subscribe","payload":{"query":"{{{Long(fitting)}}}"}}""");
        Assert.Contains("RATE_LIMITED", await socket.NextAsync(), StringComparison.Ordinal);
        // What others have open too costs nothing more, and others have room of their own.
        await socket.SubscribeAsync("again", Long(0));
        using var other = await SocketClient.GreetAsync(Server.Address, from: "192.0.2.2");
        await other.SubscribeAsync("more", Long(fitting));
        await other.CloseAsync();

        await socket.SendAsync("""{"id":"1","type":"complete"}""");
        await socket.SubscribeAsync("more", Long(fitting + 1));
    }

    [Fact]
    public async Task A_client_that_closes_is_answered_in_kind()
    {
        using var socket = await SocketClient.GreetAsync(Server.Address);

        await socket.CloseAsync();
    }

    [Fact]
    public async Task A_server_that_stops_says_so()
    {
        using var socket = await SocketClient.GreetAsync(Server.Address);
        await socket.SubscribeAsync("1", "subscription { activityChanged { id } }");

        var stopped = Server.StopAsync();

        Assert.Equal("1001 The server stops", await socket.NextAsync());
        await stopped.WaitAsync(TimeSpan.FromSeconds(9));
    }
}
