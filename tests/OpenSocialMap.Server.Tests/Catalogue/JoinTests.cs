using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using OpenSocialMap.Tests.Clients;

namespace OpenSocialMap.Server.Tests.Catalogue;

/// <summary>The lines of Python that a page offers are run as they stand there, against key figures in the form of Statistics Netherlands.</summary>
[Collection(AnswersCollection.Name)]
public sealed partial class JoinTests(MadeUpFigures figures) : IClassFixture<MadeUpFigures>
{
    [Fact]
    public async Task The_offered_lines_of_Python_join_our_figures_to_those_of_CBS()
    {
        await using var server = await RunningServer.StartAsync(figures.Database, settings => settings with { PublicUrl = null });
        var page = await server.Http.GetStringAsync("/data/visits?lang=en&period=2022");
        var snippet = WebUtility.HtmlDecode(Snippet().Match(page).Groups[1].Value);
        var joined = await Python.Run("join.py", snippet.Split('\n'));
        Assert.Equal(["WK000101 125.0 5250", "WK000102 1080.0 3750"], joined);
    }

    [Fact]
    public async Task Programs_of_others_read_awkward_figures_in_every_form()
    {
        await using var server = await RunningServer.StartAsync(figures.Database, settings => settings with { PublicUrl = null });
        var outcomes = await Node.Run("catalogue.mjs", [], new Uri(server.Address, "/graphql").AbsoluteUri, Repository.Clone.Root);
        Assert.Equal(7, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.True(JsonElement.Parse(outcome).GetProperty("ok").GetBoolean(), outcome));
    }

    [GeneratedRegex("<h3>Python</h3>.*?<code>(.*?)</code>", RegexOptions.Singleline)]
    private static partial Regex Snippet();
}
