using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OpenSocialMap.Server.Tests.Browser;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Catalogue;

/// <summary>The pages in Chromium without JavaScript of ours: everybody can use them (WCAG 2.2 AA, as far as axe can tell), and nothing is blocked by our own policy.</summary>
[Collection(AnswersCollection.Name)]
public sealed class BrowserTests(MadeUpFigures figures, Chromium chromium) : IClassFixture<MadeUpFigures>, IClassFixture<Chromium>, IAsyncLifetime
{
    private IBrowserContext? _visitor;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_visitor is not null)
            await _visitor.DisposeAsync();
    }

    [Theory]
    [InlineData("/data", ColorScheme.Light)]
    [InlineData("/data/visits", ColorScheme.Light)]
    [InlineData("/data/visits?lang=en&indicator=VISITORS&period=2021", ColorScheme.Dark)]
    [InlineData("/data/methodology", ColorScheme.Light)]
    public async Task A_page_is_open_to_everybody(string path, ColorScheme colours)
    {
        var complaints = new List<string>();
        var page = await Open(path, colours, complaints);
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Choosing_another_indicator_shows_its_map_and_its_table()
    {
        var page = await Open("/data/visits", ColorScheme.Light, []);
        await page.GetByLabel("Wat", new() { Exact = true }).SelectOptionAsync("VISITORS_SHARE");
        await page.GetByRole(AriaRole.Button, new() { Name = "Toon" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Table).First).ToContainTextAsync("12,5");
        var map = page.GetByRole(AriaRole.Img, new() { Name = "Kaart: Deel dat kwam, 2022" });
        Assert.True(await map.EvaluateAsync<bool>("image => image.complete && image.naturalWidth > 0"));
    }

    private async Task<IPage> Open(string path, ColorScheme colours, List<string> complaints)
    {
        _visitor = await chromium.VisitorAsync(new() { BaseURL = figures.Http.BaseAddress!.ToString(), ColorScheme = colours });
        var page = await _visitor.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
                complaints.Add(message.Text);
        };
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return page;
    }
}
