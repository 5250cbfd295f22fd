using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Finding;

/// <summary>What is found in, at or around a widened geometry is what is found when PostGIS widens it, finely.</summary>
[Collection(AnswersCollection.Name)]
public sealed class WideningTests(SeededServer server) : IClassFixture<SeededServer>
{
    private const string Given = """{"type":"LineString","coordinates":[[4.662,51.789],[4.664,51.791],[4.667,51.793]]}""";

    [Theory]
    [InlineData("meetingPlaces", "meeting_place", "location", "within", 900)]
    [InlineData("meetingPlaces", "meeting_place", "location", "intersects", 900)]
    [InlineData("meetingPlaces", "meeting_place", "location", "nwithin", 900)]
    [InlineData("wijken", "wijk", "geometry", "intersects", 300)]
    [InlineData("wijken", "wijk", "geometry", "nintersects", 300)]
    [InlineData("wijken", "wijk", "geometry", "within", 3000)]
    [InlineData("wijken", "wijk", "geometry", "overlaps", 300)]
    [InlineData("wijken", "wijk", "geometry", "contains", 10)]
    public async Task Relations(string list, string view, string column, string operation, int metres)
    {
        var (relation, holds) = operation[0] == 'n' ? (operation[1..], "is not true") : (operation, "");
        await Same(list, view, $"{column}: {{ {operation}: {{ geometry: $g, buffer: {metres} }} }}", $"(st_{relation}({column}, st_transform({Widened(metres)}, 4326))) {holds}");
    }

    [Theory]
    [InlineData("meetingPlaces", "meeting_place", "location")]
    [InlineData("wijken", "wijk", "geometry")]
    public async Task Distances(string list, string view, string column)
    {
        await Same(list, view, $"{column}: {{ distance: {{ geometry: $g, buffer: 400, lte: 500 }} }}", $"st_distance({column}_rd, {Widened(400)}) <= 500");
        await Same(list, view, $"{column}: {{ distance: {{ geometry: $g, buffer: 400, gt: 500 }} }}", $"st_distance({column}_rd, {Widened(400)}) > 500");
    }

    private static string Widened(int metres) => $"st_buffer(st_transform(st_geomfromgeojson('{Given}'), 28992), {metres}, 64)";

    private async Task Same(string list, string view, string filter, string condition)
    {
        var expected = await server.Database.Owner.RowsAsync($"select slug from api.{view} where {condition} order by slug");
        Assert.InRange(expected.Count, 1, await server.Database.Owner.OneAsync<long>($"select count(*) from api.{view}") - 1);
        var answer = await server.Client.Ask($"query ($g: Geometry!) {{ {list}(first: 100, where: {{ {filter} }}, order: [{{ slug: ASC }}]) {{ nodes {{ slug }} }} }}", $$"""{"g":{{Given}}}""");
        Assert.Equal(expected, answer.Data.GetProperty(list).GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("slug").GetString()));
    }
}
