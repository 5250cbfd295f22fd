using System.Net;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Subscriptions;

/// <summary>Operations over server-sent events, distinct connections mode.</summary>
[Collection(WaitingCollection.Name)]
public sealed class EventStreamTests(PostgresFixture postgres) : SubscriptionTests(postgres)
{
    internal override OpenSocialMap.Server.Subscriptions.StreamSettings Streams => base.Streams with { CommentAfter = TimeSpan.FromSeconds(1), Total = 4, PerClient = 2 };

    [Fact]
    public async Task A_query_is_one_event_and_the_end()
    {
        using var events = await FollowAsync(query: "{ __typename activity(by: { slug: \"soup\" }) { name } }");

        Assert.Equal("text/event-stream", events.MediaType);
        Assert.Equal("event: next\ndata: {\"data\":{\"__typename\":\"Query\",\"activity\":{\"name\":\"soup\"}}}\n\nevent: complete\ndata:\n\n", await events.RestAsync());
    }

    [Fact]
    public async Task An_event_source_of_a_browser_asks_by_GET()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString("{ __typename }")}");
        request.Headers.Add("Accept", "text/event-stream");
        using var response = await Server.Http.SendAsync(request);

        Assert.Equal("event: next\ndata: {\"data\":{\"__typename\":\"Query\"}}\n\nevent: complete\ndata:\n\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_price_alone_is_one_event_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(Changes)}&variables={Uri.EscapeDataString("""{"area":"west"}""")}");
        request.Headers.Add("Accept", "text/event-stream");
        request.Headers.Add("GraphQL-Cost", "validate");
        using var response = await Server.Http.SendAsync(request);

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.Matches("^event: next\ndata: {\"data\":null,\"extensions\":{\"cost\":{\"fieldCost\":[^\n]+\n\nevent: complete\ndata:\n\n$", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{", "GRAPHQL_PARSE_FAILED")]
    [InlineData("subscription { a: activityChanged { id } b: activityChanged { id } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { activityChanged @include(if: true) { id } }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription { __typename }", "GRAPHQL_VALIDATION_FAILED")]
    public async Task What_is_wrong_with_a_document_is_an_event(string query, string code)
    {
        using var events = await FollowAsync(query: query);

        Assert.Contains(code, await events.NextAsync(), StringComparison.Ordinal);
        Assert.Equal("complete", await events.NextAsync());
    }

    [Fact]
    public async Task A_client_that_takes_several_types_gets_a_stream_only_for_what_needs_one()
    {
        const string Accept = "application/graphql-response+json, application/json, text/event-stream, multipart/mixed";
        using var query = await EventReader.OpenAsync(Server.Http, "{ __typename }", accept: Accept);
        using var subscription = await EventReader.OpenAsync(Server.Http, Changes, accept: Accept);
        using var refused = await EventReader.OpenAsync(Server.Http, Changes, """{"area":"nowhere"}""", Accept);

        Assert.Equal("application/graphql-response+json", query.MediaType);
        Assert.Equal("text/event-stream", subscription.MediaType);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task A_subscription_without_a_stream_says_how_to_get_one()
    {
        var answer = await Server.Client.Ask(Changes);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("OPERATION_RESOLUTION_FAILURE", answer.Code);
        Assert.Contains("Accept: text/event-stream", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_stream_is_kept_open_by_comments()
    {
        using var events = await FollowAsync();

        for (var comments = 0; comments < 3; comments++)
        {
            Assert.Equal(":", await events.LineAsync());
            Assert.Equal("", await events.LineAsync());
        }
    }

    [Fact]
    public async Task A_stream_that_the_client_leaves_makes_room_for_another()
    {
        for (var round = 0; round < 3; round++)
        {
            var streams = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => FollowUntilThereIsRoom()));
            foreach (var stream in streams)
                stream.Dispose();
        }
    }

    private async Task<EventReader> FollowUntilThereIsRoom()
    {
        for (var tries = 0; ; tries++)
        {
            var events = await FollowAsync();
            if (events.Status == HttpStatusCode.OK)
                return events;
            events.Dispose();
            Assert.True(tries < 600, "There was no room within a minute.");
            await Task.Delay(100);
        }
    }

    [Fact]
    public async Task More_streams_than_one_client_or_all_may_have_are_refused()
    {
        using var first = await EventReader.OpenAsync(Server.Http, Changes, from: "192.0.2.1");
        using var second = await SocketClient.OpenAsync(Server.Address, from: "192.0.2.1");
        using var third = await EventReader.OpenAsync(Server.Http, Changes, from: "192.0.2.1");
        Assert.Equal(HttpStatusCode.TooManyRequests, third.Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Assert.ThrowsAsync<HttpRequestException>(() => SocketClient.OpenAsync(Server.Address, from: "192.0.2.1"))).StatusCode);

        using var others = await EventReader.OpenAsync(Server.Http, Changes, from: "192.0.2.2");
        using var more = await EventReader.OpenAsync(Server.Http, Changes, from: "192.0.2.3");
        using var tooMany = await EventReader.OpenAsync(Server.Http, Changes, from: "192.0.2.4");
        Assert.Equal(HttpStatusCode.OK, more.Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, tooMany.Status);
    }

    [Fact]
    public async Task A_server_that_stops_ends_its_streams_without_saying_that_they_are_complete()
    {
        using var events = await FollowAsync();

        await Server.StopAsync().WaitAsync(TimeSpan.FromSeconds(9));

        Assert.Null(await events.NextAsync());
    }
}
