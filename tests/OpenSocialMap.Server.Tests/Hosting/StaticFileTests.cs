using System.Net;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Hosting;

/// <summary>Scripts, styles and pictures: one entity tag for all codings, which says no more than that.</summary>
[Collection(ServerCollection.Name)]
public sealed class StaticFileTests(SeededServer server) : IClassFixture<SeededServer>
{
    [Theory]
    [InlineData("/ide.js")]
    [InlineData("/ide.css")]
    [InlineData("/logo.svg")]
    public async Task A_file_has_a_weak_tag_because_it_leaves_in_several_codings(string path)
    {
        using var plain = await Get(path);
        using var compressed = await Get(path, ("Accept-Encoding", "br"));

        Assert.Equal("br", compressed.Content.Headers.ContentEncoding.Single());
        Assert.True(plain.Headers.ETag!.IsWeak);
        Assert.Equal(plain.Headers.ETag, compressed.Headers.ETag);
        Assert.Equal(["Accept-Encoding"], plain.Headers.Vary);
        Assert.Equal(["Accept-Encoding"], compressed.Headers.Vary);
    }

    [Fact]
    public async Task Who_has_it_is_not_sent_it_again()
    {
        using var first = await Get("/ide.js");
        var tag = first.Headers.ETag!;
        foreach (var has in new[] { tag.ToString(), tag.Tag, $"\"other\", {tag}", "*" })
        {
            using var again = await Get("/ide.js", ("If-None-Match", has));
            Assert.Equal((HttpStatusCode.NotModified, tag), (again.StatusCode, again.Headers.ETag));
        }
        using var another = await Get("/ide.js", ("If-None-Match", "W/\"other\""));
        Assert.Equal(HttpStatusCode.OK, another.StatusCode);
    }

    [Fact]
    public async Task Nobody_goes_on_with_half_a_file_of_another_coding()
    {
        using var half = await Get("/ide.js", ("Range", "bytes=0-9"));
        using var rest = await Get("/ide.js", ("Range", "bytes=10-"), ("If-Range", half.Headers.ETag!.ToString()));

        Assert.Equal((HttpStatusCode.PartialContent, HttpStatusCode.OK), (half.StatusCode, rest.StatusCode));
    }

    private async Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await server.Http.SendAsync(request);
    }
}
