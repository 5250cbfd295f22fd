using System.Text.RegularExpressions;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Catalogue;

/// <summary>The pages about datasets: they tell what the figures mean, work without a script, and say in words what they print as a sign.</summary>
[Collection(AnswersCollection.Name)]
public sealed partial class PageTests(MadeUpFigures figures) : IClassFixture<MadeUpFigures>
{
    [Theory]
    [InlineData("/data", "Cijfers per gemeente, wijk en buurt")]
    [InlineData("/data?lang=en", "Figures by municipality")]
    [InlineData("/data/visits", "Bezoekers van een verzonnen stad")]
    [InlineData("/data/visits?lang=en", "Visitors of a made-up town")]
    [InlineData("/data/visits/1", "Er is een nieuwere release")]
    [InlineData("/data/planned", "Er is op dit moment geen release")]
    [InlineData("/data/methodology", "How the figures are protected")]
    public async Task Nothing_in_a_page_is_inline_so_that_the_policy_holds(string path, string words)
    {
        using var answer = await figures.Http.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotMatch(Inline(), page);
        Assert.DoesNotContain("unsafe-inline", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(path.Contains("lang=en", StringComparison.Ordinal) ? "en" : "nl", answer.Content.Headers.ContentLanguage.Single());
    }

    [Fact]
    public async Task A_page_has_all_that_a_researcher_needs()
    {
        var page = await figures.Http.GetStringAsync("/data/visits?lang=en");
        foreach (var part in new[]
        {
            "People who came at least once.", "unique persons", "PercentageBezoekers_1", "65 or over", "(counts below 8)", "https://creativecommons.org/licenses/by/4.0/", "href=\"/data/methodology?lang=en\"",
            "Release 1.", "superseded", "read.csv(&quot;https://socialekaart.example/data/visits/2/observations.csv&quot;", "csv.DictReader", "Csv.Document", "release 2, 2023-01-02. OpenSocialMap. https://socialekaart.example/data/visits/2 (SHA-256 ",
            "/data/visits/2/observations.xlsx?lang=en", "map.svg?", "line.svg?",
        })
        {
            Assert.Contains(part, page, StringComparison.Ordinal);
        }
        Assert.Contains("&lt;brackets&gt; &amp; more", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/data/visits?indicator=VISITORS&period=2022", "1.080*</span><span class=\"spoken\">1.080, voorlopig cijfer</span>")]
    [InlineData("/data/visits?indicator=VISITORS&period=2022&lang=en", "1,080*</span><span class=\"spoken\">1,080, provisional</span>")]
    [InlineData("/data/visits?indicator=VISITORS&period=2021", ">.</span><span class=\"spoken\">niet gepubliceerd, zodat niemand te herkennen is</span>")]
    [InlineData("/data/visits?indicator=VISITORS_SHARE&period=2022", ">.</span><span class=\"spoken\">niet bekend of niet verzameld</span>")]
    [InlineData("/data/visits?indicator=VISITORS_SHARE&period=2021", "></span><span class=\"spoken\">kan niet voorkomen</span>")]
    [InlineData("/data/visits?indicator=VISITORS_SHARE&period=2022", "12,5</span>")]
    public async Task A_sign_of_print_is_said_in_words_too(string path, string cell) =>
        Assert.Contains(cell, await figures.Http.GetStringAsync(path), StringComparison.Ordinal);

    [Fact]
    public async Task A_map_hatches_what_is_withheld_and_says_each_figure_in_words()
    {
        var map = await figures.Http.GetStringAsync("/data/visits/2/map.svg?period=2021&lang=en");
        Assert.Contains("fill=\"url(#hatch)\" stroke=\"#ffffff\"", map, StringComparison.Ordinal);
        Assert.Contains("<title>East (WK000102): withheld, so that nobody can be recognised</title>", map, StringComparison.Ordinal);
        Assert.Contains("Hatched, because the figure is withheld so that nobody can be recognised: East.", map, StringComparison.Ordinal);
        Assert.Contains("Source: Verzonnen bureau, CC BY 4.0.", map, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_front_page_leads_to_the_figures()
    {
        Assert.Contains("<a href=\"/data?lang=nl\">", await figures.Http.GetStringAsync("/?lang=nl"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/data?lang=en\">", await figures.Http.GetStringAsync("/?lang=en"), StringComparison.Ordinal);
    }

    [GeneratedRegex("""<script|<style|\sstyle=|\son[a-z]+=""")]
    private static partial Regex Inline();
}
