using Microsoft.Playwright;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using OpenSocialMap.Server.Tests.Subscriptions;

namespace OpenSocialMap.Server.Tests.Browser;

/// <summary>What somebody sees who opens the server in Chromium: nothing is blocked by our own policy, and no third host is asked.</summary>
[Collection(ServerCollection.Name)]
public sealed class PagesInABrowserTests(SeededServer server, Chromium chromium) : IClassFixture<SeededServer>, IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly List<string> _complaints = [];
    private IBrowserContext? _visitor;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_visitor is not null)
            await _visitor.DisposeAsync();
    }

    [Fact]
    public async Task The_IDE_runs_its_first_example_on_real_data()
    {
        var page = await Open("/graphql", "en");
        await page.GetByRole(AriaRole.Button, new() { Name = "What is there in a wijk" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();
        await Assertions.Expect(page.Locator(".result-window")).ToContainTextAsync("\"name\": \"Sterrenburg\"");
        await Assertions.Expect(page.Locator(".result-window")).ToContainTextAsync("22805");
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task An_example_of_the_list_replaces_the_first()
    {
        var page = await Open("/graphql", "en");
        await page.GetByRole(AriaRole.Button, new() { Name = "Neighbourhood newspapers" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();
        await Assertions.Expect(page.Locator(".result-window")).ToContainTextAsync("De Nieuwe Dubbeldammer");
        Assert.Empty(_complaints);
    }

    [Theory]
    [InlineData("Follow what changes in a wijk", "\"change\": \"UPDATED\"")]
    [InlineData("A list that stays fresh", "\"totalCount\"")]
    public async Task An_example_that_stays_open_shows_each_write_until_it_is_stopped(string example, string shown)
    {
        var page = await Open("/graphql", "en");
        var result = page.Locator(".result-window");
        await SubscriptionTests.ListeningAsync(server.Database);
        await page.GetByRole(AriaRole.Button, new() { Name = example }).ClickAsync();
        // A stream that has begun is one that stands.
        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync(),
            response => response.Headers["content-type"].StartsWith("text/event-stream", StringComparison.Ordinal));

        foreach (var name in new[] { "A first name", "A second name" })
        {
            await server.Database.Owner.RunAsync($"update core.activity set name = '{name}' where slug = 'sociaal-plein'");
            await Assertions.Expect(result).ToContainTextAsync($"\"name\": \"{name}\"");
            await Assertions.Expect(result).ToContainTextAsync(shown);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Stop query" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).WaitForAsync();
        await Assertions.Expect(result).ToContainTextAsync("A second name");
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task A_stream_that_the_server_ends_says_so()
    {
        await using var stopping = await RunningServer.StartAsync(server.Database);
        var page = await Open($"/graphql#query={Uri.EscapeDataString("subscription Changes { activityChanged { id } }")}", "en", stopping.Address);
        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync(),
            response => response.Headers["content-type"].StartsWith("text/event-stream", StringComparison.Ordinal));

        await stopping.StopAsync();

        await Assertions.Expect(page.Locator(".result-window")).ToContainTextAsync("The server ended the stream.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).WaitForAsync();
    }

    [Fact]
    public async Task A_document_with_a_mistake_is_shown_as_the_server_explains_it()
    {
        var page = await Open($"/graphql#query={Uri.EscapeDataString("subscription Broken { activityChanged { nothing } }")}", "en");
        await page.GetByRole(AriaRole.Button, new() { Name = "Execute query" }).ClickAsync();
        await Assertions.Expect(page.Locator(".result-window")).ToContainTextAsync("GRAPHQL_VALIDATION_FAILED");
    }

    [Fact]
    public async Task The_IDE_leads_to_the_limits()
    {
        var page = await Open("/graphql", "en");
        await page.GetByRole(AriaRole.Link, new() { Name = "Limits and cost" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Limits and cost");
        Assert.Empty(_complaints);
    }

    [Theory]
    [InlineData("nl", "De sociale kaart")]
    [InlineData("en", "The social map")]
    public async Task The_front_page_speaks_the_visitors_language_and_shows_a_live_answer(string language, string heading)
    {
        var page = await Open("/", language);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(heading);
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("Bibliotheek Crabbehof");
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Empty(_complaints);
    }

    /// <param name="of">The server, when it is not the usual one.</param>
    private async Task<IPage> Open(string path, string language, Uri? of = null)
    {
        of ??= server.Http.BaseAddress!;
        _visitor = await chromium.VisitorAsync(new() { Locale = language, BaseURL = of.ToString() });
        var page = await _visitor.NewPageAsync();
        page.Console += (_, message) => Note(message.Type is "error" ? message.Text : null);
        page.PageError += (_, error) => Note(error);
        page.Request += (_, request) => Note(new Uri(request.Url) is { Scheme: "http" or "https" } url && url.Authority != of.Authority ? $"asks {url}" : null);
        await page.GotoAsync(path);
        return page;
    }

    private void Note(string? complaint)
    {
        if (complaint is not null)
            _complaints.Add(complaint);
    }
}
