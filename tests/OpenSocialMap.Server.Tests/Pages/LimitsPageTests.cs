using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Limits;
using OpenSocialMap.Server.Pages;

namespace OpenSocialMap.Server.Tests.Pages;

/// <summary>The page on limits: none is missing, and its numbers are those of the settings, whatever they are.</summary>
public sealed partial class LimitsPageTests
{
    private static readonly IReadOnlyList<string> Names =
        [.. typeof(LimitNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    private static string Page(LimitSettings settings) =>
        LimitsHtml.Render(PublishedLimits.Of(settings), PublishedWeight.Of(SchemaFiles.Load()), settings.Cost, PublishedTraffic.Of(ServerSettings.Read(new ConfigurationBuilder().Build())));

    private static Dictionary<string, int> Numbers(LimitSettings settings)
    {
        var page = Page(settings);
        return Row().Matches(page).ToDictionary(row => row.Groups[1].Value, row => int.Parse(row.Groups[2].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
    }

    private static LimitSettings Read(params IEnumerable<KeyValuePair<string, string?>> environment) =>
        LimitSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(environment).Build());

    [Fact]
    public void Every_limit_is_on_the_page() => Assert.Equal(Names.Order(), Numbers(new LimitSettings()).Keys.Order());

    [Fact]
    public void Every_limit_that_can_be_set_shows_what_it_was_set_to()
    {
        var limits = PublishedLimits.Of(new LimitSettings()).Where(limit => limit.CanBeSet).ToList();
        var set = limits.Select((limit, i) => (limit.Name, Value: 11 + i)).ToDictionary();
        var settings = Read(set.Select(limit => KeyValuePair.Create<string, string?>(LimitSettings.VariableOf(limit.Key), $"{limit.Value}")));
        var numbers = Numbers(settings);
        Assert.Equal(set, set.Keys.ToDictionary(name => name, name => numbers[name]));
        Assert.Equal((numbers[LimitNames.Variables], numbers[LimitNames.Fields]), (settings.Operation.MaxVariables, settings.Cost.MaxFields));
    }

    [Fact]
    public void Without_settings_the_defaults_count() => Assert.Equal(new LimitSettings(), Read());

    [Theory]
    [InlineData("OPENSOCIALMAP_LIMIT_DEPTH", "deep", "OPENSOCIALMAP_LIMIT_DEPTH is 'deep'; it has to be a whole number from 1 to 200.")]
    [InlineData("OPENSOCIALMAP_LIMIT_NESTING", "129", "OPENSOCIALMAP_LIMIT_NESTING is '129'; it has to be a whole number from 1 to 128.")]
    [InlineData("OPENSOCIALMAP_LIMIT_FIELD_COST", "0", "OPENSOCIALMAP_LIMIT_FIELD_COST is '0'; it has to be a whole number from 1 to 2147483647.")]
    public void A_setting_that_is_no_limit_stops_the_start(string variable, string value, string message) =>
        Assert.Equal(message, Assert.Throws<StartupException>(() => Read(KeyValuePair.Create<string, string?>(variable, value))).Message);

    [Fact]
    public void Nothing_in_the_page_is_inline()
    {
        var page = Page(new LimitSettings());
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("totalCount", page, StringComparison.Ordinal);
    }

    [GeneratedRegex("<tr id=\"(\\w+)\">.*?<td class=\"number\">([\\d,]+)</td>")]
    private static partial Regex Row();
}
