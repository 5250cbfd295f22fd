using System.Net;
using System.Text.Json;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Features;

/// <summary>The map's data for GIS programs and as tiles: what they may ask, and what they are told when they ask it wrongly.</summary>
[Collection(AnswersCollection.Name)]
public sealed class FeatureTests(SeededServer server) : IClassFixture<SeededServer>
{
    [Theory]
    [InlineData("/ogc/collections/nothing", 404, "wijken, buurten, places, activities")]
    [InlineData("/ogc/collections/nothing/items", 404, "wijken, buurten, places, activities")]
    [InlineData("/ogc/collections/places/items/place_0000000000000000", 404, "place_0000000000000000")]
    [InlineData("/ogc/collections/places/items?colour=red", 400, "\"colour\"")]
    [InlineData("/ogc/collections/wijken/items?themes=LANGUAGE", 400, "\"themes\"")]
    [InlineData("/ogc/collections/activities/items?themes=SLEEPING", 400, "SLEEPING")]
    [InlineData("/ogc/collections/activities/items?free=perhaps", 400, "true or false")]
    [InlineData("/ogc/collections/places/items?area=nowhere", 404, "nowhere")]
    [InlineData("/ogc/collections/places/items?limit=0", 400, "1 to 1000")]
    [InlineData("/ogc/collections/places/items?limit=many", 400, "1 to 1000")]
    [InlineData("/ogc/collections/places/items?offset=-1", 400, "0 to 10000")]
    [InlineData("/ogc/collections/places/items?bbox=4,51,5", 400, "west,south,east,north")]
    [InlineData("/ogc/collections/places/items?bbox=4,52,5,51", 400, "west,south,east,north")]
    [InlineData("/ogc/collections/places/items?bbox=4,51,5,NaN", 400, "west,south,east,north")]
    [InlineData("/ogc/collections/places/items?bbox=-500,51,5,52", 400, "west,south,east,north")]
    [InlineData("/ogc/collections/places/items?datetime=yesterday", 400, "RFC 3339")]
    [InlineData("/ogc/collections/places/items?datetime=2026-02-31", 400, "RFC 3339")]
    [InlineData("/ogc/collections/places/items?datetime=2026-02-02/2026-01-01", 400, "RFC 3339")]
    [InlineData("/ogc/collections/places/items?datetime=../..", 400, "RFC 3339")]
    [InlineData("/ogc/collections/places/items?cursor=nonsense", 400, "cursor")]
    [InlineData("/ogc/collections/places/items?f=html", 400, "json")]
    [InlineData("/tiles/nothing/1/0/0.mvt", 404, "wijken, buurten, places, activities")]
    [InlineData("/tiles/places/23/0/0.mvt", 404, "0 to 22")]
    [InlineData("/tiles/places/3/8/0.mvt", 404, "0 to 22")]
    [InlineData("/tiles/places/3/-1/0.mvt", 404, "0 to 22")]
    [InlineData("/tiles/places/x/y/z.mvt", 404, "0 to 22")]
    [InlineData("/tiles/nothing.json", 404, "wijken, buurten, places, activities")]
    public async Task What_is_asked_wrongly_is_told_and_how_to_mend_it(string path, int status, string words)
    {
        using var answer = await server.Http.GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(words, JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("limit=5000")]
    [InlineData("bbox=-180,-90,180,90")]
    [InlineData("bbox=4,51,0,5,52,100")]
    [InlineData("bbox=4.67,51.8,4.67,51.8")]
    [InlineData("bbox=170,50,-170,55")]
    [InlineData("datetime=2026-11-01T00:00:00Z/..")]
    [InlineData("datetime=/2026-11-01")]
    [InlineData("datetime=2026-11-01")]
    [InlineData("f=json")]
    public async Task What_the_standard_allows_is_answered(string query)
    {
        using var answer = await server.Http.GetAsync($"/ogc/collections/places/items?{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("FeatureCollection", JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("/ogc/collections/places/items?limit=3")]
    [InlineData("/ogc/collections")]
    [InlineData("/tiles/places/11/1050/678.mvt")]
    public async Task Who_has_it_already_is_not_sent_it_again(string path)
    {
        using var first = await server.Http.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var again = await server.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var other = await server.Http.SendAsync(new HttpRequestMessage(HttpMethod.Get, path + "?limit=4") { Headers = { IfNoneMatch = { first.Headers.ETag! } } });
        Assert.NotEqual(HttpStatusCode.NotModified, other.StatusCode);
    }

    [Theory]
    [InlineData("places")]
    [InlineData("activities")]
    public async Task A_tile_marks_what_is_stale(string layer)
    {
        var tile = await server.Http.GetByteArrayAsync($"/tiles/{layer}/11/1050/678.mvt");
        Assert.True(tile.AsSpan().IndexOf("is_stale"u8) > 0);
        Assert.Contains("is_stale", await server.Http.GetStringAsync($"/tiles/{layer}.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_definition_describes_every_collection_and_every_parameter()
    {
        var paths = JsonElement.Parse(await server.Http.GetStringAsync("/ogc/api")).GetProperty("paths");
        var collections = JsonElement.Parse(await server.Http.GetStringAsync("/ogc/collections")).GetProperty("collections");
        foreach (var collection in collections.EnumerateArray())
            Assert.True(paths.TryGetProperty($"/collections/{collection.GetProperty("id").GetString()}/items", out _));
        var parameters = paths.GetProperty("/collections/activities/items").GetProperty("get").GetProperty("parameters").EnumerateArray()
            .Select(parameter => parameter.TryGetProperty("name", out var name) ? name.GetString()! : parameter.GetProperty("$ref").GetString()!.Split('/')[^1]);
        Assert.Equal(["limit", "offset", "bbox", "datetime", "cursor", "f", "area", "themes", "targetGroups", "access", "free", "language"], parameters);
    }
}
