using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using OpenSocialMap.Data.Signals;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Limits;
using OpenSocialMap.Server.Pages;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using OpenSocialMap.Server.Tests.Repository;

namespace OpenSocialMap.Server.Tests.Pages;

/// <summary>What the page on limits says of rates, queues, streams and caches is what this server does.</summary>
[Collection(ServerCollection.Name)]
public sealed partial class TrafficOnThePageTests(SeededServer server) : IClassFixture<SeededServer>
{
    /// <summary>Every environment variable that the code reads a number from.</summary>
    public static TheoryData<string> Variables =>
        [.. Clone.Files("src/OpenSocialMap.Server", "*Settings.cs").SelectMany(file => NumberRead().Matches(File.ReadAllText(Path.Combine(Clone.Root, file)))).Select(match => match.Groups[1].Value)];

    private static string Page(params IEnumerable<KeyValuePair<string, string?>> environment) => TrafficHtml.Render(
        PublishedTraffic.Of(ServerSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(environment).Build())), WebUtility.HtmlEncode!);

    [Theory]
    [MemberData(nameof(Variables))]
    public void A_number_that_can_be_set_is_shown_as_it_was_set(string variable)
    {
        var page = Page(KeyValuePair.Create<string, string?>(variable, "1234567"));
        Assert.Contains(Row().Matches(page), row => row.Groups["number"].Value == "1,234,567" && row.Groups["variable"].Value == variable);
    }

    [Fact]
    public void A_rate_of_0_is_no_limit() =>
        Assert.Equal("no limit", Row().Matches(Page(KeyValuePair.Create<string, string?>("OPENSOCIALMAP_RATE_ANONYMOUS", "0")))[0].Groups["number"].Value);

    [Fact]
    public async Task The_time_limit_of_a_statement_is_that_of_the_reader()
    {
        var milliseconds = await server.Database.Reader.OneAsync<string>("select setting from pg_settings where name = 'statement_timeout'");
        Assert.Equal(PublishedTraffic.StatementTimeout.TotalMilliseconds, double.Parse(milliseconds!, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_page_of_a_running_server_explains_its_headers_documents_and_caches()
    {
        await using var limited = await RunningServer.StartAsync(server.Database, settings => settings with { Traffic = settings.Traffic with { AnonymousRate = 4321 } });
        var page = await limited.Http.GetStringAsync("/limits");

        Assert.Contains(Row().Matches(page), row => row.Groups["number"].Value == "4,321");
        Assert.Contains("q=4321;w=60", page, StringComparison.Ordinal);
        Assert.Contains(Row().Matches(page), row => row.Groups["number"].Value == $"{DataVersion.Bound.TotalSeconds}" && row.Groups["variable"].Length == 0);
        foreach (var word in new[] { "RateLimit-Policy", "Retry-After", "X-Api-Key", "/64", "RATE_LIMITED", "OVERLOADED", "TIMEOUT", "documentId", "/graphql/persisted-query-manifest.json", "ETag", "If-None-Match", "Cache-Control" })
            Assert.Contains(word, page, StringComparison.Ordinal);
    }

    [GeneratedRegex("""Number\(configuration, "(OPENSOCIALMAP_\w+)""")]
    private static partial Regex NumberRead();

    [GeneratedRegex("""<tr><td class="number">(?<number>[^<]+)</td><td>[^<]+</td><td>[^<]+</td><td>(fixed|<code>(?<variable>\w+)</code>)</td></tr>""")]
    private static partial Regex Row();
}
