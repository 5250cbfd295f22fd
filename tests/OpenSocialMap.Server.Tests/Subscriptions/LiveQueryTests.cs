using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Subscriptions;

/// <summary>A query with <c>@live</c> is answered again when its answer has become another.</summary>
[Collection(WaitingCollection.Name)]
public sealed class LiveQueryTests(PostgresFixture postgres) : SubscriptionTests(postgres)
{
    private const string Query = "query($slug: String!) @live { activity(by: { slug: $slug }) { name } }";

    [Fact]
    public async Task It_is_answered_at_once_and_whenever_the_answer_differs()
    {
        using var events = await FollowAsync("""{"slug":"soup"}""", Query);
        Assert.Equal("""next {"data":{"activity":{"name":"soup"}}}""", await events.NextAsync());

        await WriteAsync("update core.activity set name = 'Another walk' where slug = 'walk'");
        await WriteAsync("update core.activity set name = 'Soup 2' where slug = 'soup'");

        Assert.Equal("""next {"data":{"activity":{"name":"Soup 2"}}}""", await events.NextAsync());
    }

    [Fact]
    public async Task What_went_away_is_an_answer_too()
    {
        using var socket = await SocketClient.GreetAsync(Server.Address);
        await socket.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"query @live { activity(by: { slug: \"soup\" }) { name } }"}}""");
        Assert.Equal("""{"id":"1","type":"next","payload":{"data":{"activity":{"name":"soup"}}}}""", await socket.NextAsync());

        await WriteAsync("update core.activity set published = false where slug = 'soup'");

        Assert.Contains("\"activity\":null", await socket.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_stream_it_is_answered_once()
    {
        var answer = await Server.Client.Ask(Query, """{"slug":"soup"}""");

        Assert.Equal("""{"data":{"activity":{"name":"soup"}}}""", answer.Text);
    }
}
