using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Finding;

/// <summary>How well one has to know the language: who looks for the easiest finds them, and what nobody says stays unknown.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class LanguageLevelTests(PostgresFixture postgres) : IAsyncLifetime
{
    private SocialMapDatabase _database = null!;
    private RunningServer _running = null!;

    public async Task InitializeAsync()
    {
        _database = await postgres.OpenFilledAsync("language_level", FillAsync);
        _running = await RunningServer.StartAsync(_database);
    }

    public async Task DisposeAsync()
    {
        await _running.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task FillAsync(SocialMapDatabase database)
    {
        var world = new World();
        var lessons = world.Activity("lessons", area: world.West);
        lessons.LanguageLevel = OpenSocialMap.Data.Model.LanguageLevel.A1;
        lessons.Schedules.Add(new() { Position = 1, RepeatFrequency = "P1W", ByDay = ["WE"], StartDate = new(2023, 1, 4), RepeatCount = 3 });
        var talk = world.Activity("talk", area: world.West);
        talk.LanguageLevel = OpenSocialMap.Data.Model.LanguageLevel.B1;
        var soup = world.Activity("soup", area: world.West);
        soup.Schedules.Add(new() { Position = 1, RepeatFrequency = "P1W", ByDay = ["TH"], StartDate = new(2023, 1, 5), RepeatCount = 2 });
        await world.SaveAsync(database.Owner, lessons, talk, soup);
        await database.Agenda.KeepAsync(default);
    }

    [Theory]
    [InlineData("activities(languageLevel: [A1, A2])", "lessons")]
    [InlineData("activities(languageLevel: [A1, null])", "lessons", "soup")]
    [InlineData("activities(languageLevel: [])")]
    [InlineData("activities(languageLevel: null)", "lessons", "soup", "talk")]
    [InlineData("activities(where: {languageLevel: {nin: [A1]}})", "soup", "talk")]
    [InlineData("activities(where: {languageLevel: {eq: null}})", "soup")]
    public async Task A_filter_tells_levels_from_each_other_and_from_unknown(string list, params string[] slugs)
    {
        var answer = await _running.Client.Ask($"{{ {list} {{ nodes {{ slug }} }} }}");
        Assert.Empty(answer.Errors);
        Assert.Equal(slugs, answer.Data.GetProperty("activities").GetProperty("nodes").EnumerateArray().Select(it => it.GetProperty("slug").GetString()));
    }

    [Fact]
    public async Task An_agenda_is_filtered_and_counted_by_it()
    {
        var answer = await _running.Client.Ask(
            "{ agenda(languageLevel: [A1]) { totalCount nodes { activity { languageLevel } } facets { languageLevel { value label count } } } }");
        var agenda = answer.Data.GetProperty("agenda");
        Assert.Equal(3, agenda.GetProperty("totalCount").GetInt32());
        Assert.All(agenda.GetProperty("nodes").EnumerateArray(), time => Assert.Equal("A1", time.GetProperty("activity").GetProperty("languageLevel").GetString()));
        Assert.Equal(
            ["""{"value":"A1","label":"Taalniveau A1","count":3}""", """{"value":null,"label":"Onbekend","count":2}"""],
            agenda.GetProperty("facets").GetProperty("languageLevel").EnumerateArray().Select(it => it.GetRawText()));
    }

    [Fact]
    public async Task Facets_of_activities_have_the_easiest_first()
    {
        var answer = await _running.Client.Ask("{ activities { facets { languageLevel { value count } } } }");
        Assert.Equal(
            ["""{"value":"A1","count":1}""", """{"value":"B1","count":1}""", """{"value":null,"count":1}"""],
            answer.Data.GetProperty("activities").GetProperty("facets").GetProperty("languageLevel").EnumerateArray().Select(it => it.GetRawText()));
    }
}
