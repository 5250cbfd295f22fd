using System.Text;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Fuzz;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Hosting;

/// <summary>Where records are said to be, when no setting tells the server's own address.</summary>
[Collection(ServerCollection.Name)]
public sealed class PublicAddressTests(SeededServer seeded) : IClassFixture<SeededServer>, IAsyncLifetime
{
    private const string Question = "/graphql?query={wijken(first:1){nodes{uri}}}";

    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.StartAsync(seeded.Database, settings => settings with { PublicUrl = null });

    public Task DisposeAsync() => _server.DisposeAsync().AsTask();

    [Theory]
    [InlineData(null, "http")]
    [InlineData("https", "https")]
    [InlineData("HTTPS", "https")]
    [InlineData("http", "http")]
    [InlineData("ftp", "http")]
    [InlineData("javascript", "http")]
    public async Task A_proxy_says_http_or_https_and_nothing_else(string? scheme, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Question);
        if (scheme is not null)
            request.Headers.Add("X-Forwarded-Proto", scheme);
        using var answer = await _server.Http.SendAsync(request);
        Assert.Contains($"\"uri\":\"{expected}://{_server.Address.Authority}/id/", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.0\r\n")]
    [InlineData("HTTP/1.1\r\nHost:\r\nConnection: close\r\n")]
    public async Task Who_names_no_host_means_where_it_arrived(string rest)
    {
        var answer = Encoding.UTF8.GetString(await RawAnswer.ForAsync(Encoding.ASCII.GetBytes($"GET {Question} {rest}\r\n"), _server.Address.Port, RawAnswer.LongPause));
        Assert.Contains($"\"uri\":\"http://{_server.Address.Authority}/id/", answer, StringComparison.Ordinal);
    }
}
