using Microsoft.Playwright;

namespace OpenSocialMap.Server.Tests.Browser;

/// <summary>One Chromium for all tests of a class. A context is as good as a browser of one's own, and starting one takes longer than most of the tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>A visitor who has never been here; whoever asks for one lets them leave.</summary>
    public Task<IBrowserContext> VisitorAsync(BrowserNewContextOptions options) => _browser.NewContextAsync(options);
}
