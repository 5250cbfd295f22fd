using System.Text.Json;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Paging;

/// <summary>Walking a list page by page gives each item once, in the order of the whole list, in both directions and while rows come and go.</summary>
[Collection(ServerCollection.Name)]
public sealed class WalkingTests(SeededServer server) : IClassFixture<SeededServer>
{
    public static TheoryData<string> Lists =>
    [
        "activities",
        "activities(order: [{ name: DESC }])",
        "activities(order: [{ wijk: { name: ASC } }, { name: DESC }])",
        "activities(order: [{ place: { name: DESC } }])",
        "activities(area: \"krispijn\", order: [{ organiser: { name: ASC } }, { modifiedAt: DESC }])",
        "meetingPlaces(order: [{ kind: ASC }, { slug: DESC }])",
        "meetingPlaces(near: { latitude: 51.79, longitude: 4.664, within: 5000 })",
        "meetingPlaces(near: { latitude: 51.79, longitude: 4.664, within: 5000 }, order: [{ distance: DESC }])",
        "buurten(order: [{ inhabitants: DESC }])",
        "buurten(order: [{ wijk: { code: ASC } }, { households: ASC }])",
        "wijkkranten(order: [{ issuesPerYear: ASC }, { circulation: DESC }])",
        "search(text: \"spreekuur\")",
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Every_item_comes_once_and_in_order(string list)
    {
        var whole = await Walk(list, 100, forward: true);
        Assert.Equal(whole.Count, whole.Distinct().Count());
        Assert.Equal(whole, await Walk(list, 7, forward: true));
        Assert.Equal(whole, await Walk(list, 4, forward: false));
        Assert.Equal(whole.Count, (await Page(list, "first: 0")).GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task A_cursor_stays_right_while_rows_come_and_go()
    {
        const string Places = "meetingPlaces(order: [{ name: ASC }])";
        var page = await Page(Places, "first: 10");
        var cursor = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var expected = Ids(await Page(Places, $"first: 10, after: \"{cursor}\""));

        await server.Database.Owner.RunAsync("update core.meeting_place set published = false where key in (select key from core.meeting_place order by name limit 3)");
        Assert.Equal(expected, Ids(await Page(Places, $"first: 10, after: \"{cursor}\"")));

        await server.Database.Owner.RunAsync("update core.meeting_place set published = true");
        await server.Database.Owner.RunAsync("update core.meeting_place set published = false where name = (select max(name) from (select name from core.meeting_place order by name limit 10) page)");
        Assert.Equal(expected, Ids(await Page(Places, $"first: 10, after: \"{cursor}\"")));
        await server.Database.Owner.RunAsync("update core.meeting_place set published = true");
    }

    private async Task<List<string>> Walk(string list, int size, bool forward)
    {
        var all = new List<string>();
        string? cursor = null;
        while (true)
        {
            var page = await Page(list, forward ? $"first: {size}, after: {Literal(cursor)}" : $"last: {size}, before: {Literal(cursor)}");
            all.InsertRange(forward ? all.Count : 0, Ids(page));
            var info = page.GetProperty("pageInfo");
            Assert.Equal(cursor is not null, info.GetProperty(forward ? "hasPreviousPage" : "hasNextPage").GetBoolean());
            if (!info.GetProperty(forward ? "hasNextPage" : "hasPreviousPage").GetBoolean())
                return all;
            cursor = info.GetProperty(forward ? "endCursor" : "startCursor").GetString();
        }
    }

    private static string Literal(string? cursor) => JsonSerializer.Serialize(cursor);

    private async Task<JsonElement> Page(string list, string page)
    {
        var call = list.EndsWith(')') ? $"{list[..^1]}, {page})" : $"{list}({page})";
        var answer = await server.Client.Ask($$"""{ page: {{call}} { nodes { ... on Node { id } } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }""");
        Assert.Empty(answer.Errors);
        return answer.Data.GetProperty("page");
    }

    private static IEnumerable<string> Ids(JsonElement page) => page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!);

}
