using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Pages;

namespace OpenSocialMap.Server.Tests.Pages;

/// <summary>The front page on its own, without a database: language, safety, and what it links to.</summary>
public sealed class LandingPageTests : IAsyncLifetime, IDisposable
{
    readonly WebApplication _app = Build();
    readonly HttpClient _client = new();

    [Theory]
    [InlineData("/", null, "nl")]
    [InlineData("/", "en-GB,en;q=0.9,nl;q=0.8", "en")]
    [InlineData("/", "tr,nl;q=0.9,en;q=0.8", "nl")]
    [InlineData("/", "tr", "nl")]
    [InlineData("/?lang=en", "nl", "en")]
    [InlineData("/?lang=xx", "en", "en")]
    public async Task The_switch_decides_the_language_then_the_browser_then_Dutch(string address, string? accepted, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_client.BaseAddress!, address));
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        }

        using var response = await _client.SendAsync(request);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal([language], response.Content.Headers.ContentLanguage);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_in_the_page_is_inline_so_that_the_policy_holds()
    {
        using var response = await _client.GetAsync(new Uri("/", UriKind.Relative));
        var page = await response.Content.ReadAsStringAsync();

        Assert.StartsWith("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_example_asks_about_the_chosen_wijk_and_about_no_other_text()
    {
        Assert.Contains("WK050509", await _client.GetStringAsync(new Uri("/?area=WK050509", UriKind.Relative)), StringComparison.Ordinal);
        var page = await _client.GetStringAsync(new Uri("/?area=%22%3E%3Cscript%3Ealert(1)", UriKind.Relative));
        Assert.Contains("WK050508", page, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", page, StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.First());
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose() => _client.Dispose();

    static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new PublicAddress(ServerSettings.Read(new ConfigurationBuilder().Build())));
        var app = builder.Build();
        app.MapLandingPage();
        return app;
    }
}
