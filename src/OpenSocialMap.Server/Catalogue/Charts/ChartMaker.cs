namespace OpenSocialMap.Server.Catalogue.Charts;

/// <summary>Finds what a chart is to show and draws it.</summary>
internal sealed class ChartMaker(CatalogueReader reader)
{
    /// <summary>More areas than the buurten of a province make no picture that anybody can read.</summary>
    private const int MostAreas = 5000;
    private const int MostPeriodsTried = 4;

    /// <summary>What a map shows; no areas when there is nothing to show.</summary>
    public async Task<FoundMap> Find(HttpContext http, Edition edition, MapRequest request)
    {
        var (choices, version) = await reader.Choose(http, edition.Release, request, 1);
        if (choices is not [var choice])
            return new FoundMap(edition, request.Indicator, request.Period ?? edition.Release.TimePeriods[^1], request.Breakdown ?? "", [], false, version);
        var (areas, _) = await reader.Map(http, edition.Release, request.Indicator, choice, MostAreas + 1);
        return areas.Count <= MostAreas
            ? new FoundMap(edition, request.Indicator, choice.TimePeriod, choice.Breakdown, areas, await HasSeries(http, edition, request.Indicator, choice), version)
            : throw CatalogueRequest.Refused($"A map has at most {MostAreas} areas; ask for another level, such as level=wijk, or take the GeoJSON.");
    }

    /// <summary>Whether there is something to compare with: figures of another period.</summary>
    private async Task<bool> HasSeries(HttpContext http, Edition edition, Indicator indicator, ChartChoice choice)
    {
        foreach (var period in edition.Release.TimePeriods.Where(period => period != choice.TimePeriod).Take(MostPeriodsTried))
        {
            var (found, _) = await reader.Choose(http, edition.Release, new MapRequest(indicator, period, choice.Breakdown, choice.Level), 1);
            if (found.Count > 0)
                return true;
        }
        return false;
    }

    public async Task<FoundLines> Find(HttpContext http, Edition edition, LineRequest request)
    {
        var (choices, version) = await reader.Choose(http, edition.Release, new MapRequest(request.Indicator, null, request.Breakdown, null), 6);
        if (choices.Count == 0)
            return new FoundLines(edition, request.Indicator, "", [], version);
        var areas = request.Areas.Count > 0 ? request.Areas : [.. choices.Select(choice => choice.Area).Distinct()];
        var (points, _) = await reader.Series(http, edition.Release, request.Indicator, choices[0].Breakdown, areas);
        if (request.Areas.FirstOrDefault(area => points.All(point => point.Code != area && point.Slug != area)) is { } missing)
            throw CatalogueRequest.NotFound($"Release {edition.Release.Number} has no figures of {request.Indicator.Code} for an area \"{missing}\". Name areas by their codes, such as WK050509.");
        return new FoundLines(edition, request.Indicator, choices[0].Breakdown, points, version);
    }
}

/// <summary>A combination for which a release has figures.</summary>
internal sealed record ChartChoice(string TimePeriod, string Breakdown, string Level, string Area);

/// <summary>What a map is to show.</summary>
/// <param name="HasSeries">Whether there are figures of other periods too.</param>
internal sealed record FoundMap(Edition Edition, Indicator Indicator, string Period, string Breakdown, IReadOnlyList<MapArea> Areas, bool HasSeries, long Version)
{
    public ChartFrame Frame => new(Edition, Indicator, ChartRequest.Tell(Edition.Dataset, Breakdown, Edition.IsEnglish), Period);

    public string Draw() => Areas.Count == 0 ? EmptyChart.Draw(Frame) : new Choropleth(Frame, Areas).Draw();
}

/// <summary>What a line chart is to show.</summary>
internal sealed record FoundLines(Edition Edition, Indicator Indicator, string Breakdown, IReadOnlyList<SeriesPoint> Points, long Version)
{
    public ChartFrame Frame => new(Edition, Indicator, ChartRequest.Tell(Edition.Dataset, Breakdown, Edition.IsEnglish), Periods);

    public string Draw() => Points.Count == 0 ? EmptyChart.Draw(Frame) : new LineChart(Frame, Points).Draw();

    private string Periods
    {
        get
        {
            var periods = Points.Select(point => point.TimePeriod).DefaultIfEmpty(Edition.Release.TimePeriods[^1]).Order(StringComparer.Ordinal).ToList();
            return periods[0] == periods[^1] ? periods[0] : $"{periods[0]} – {periods[^1]}";
        }
    }
}

/// <summary>The picture of a choice for which there are no figures: it says so.</summary>
internal static class EmptyChart
{
    public static string Draw(ChartFrame frame)
    {
        var svg = frame.Begin(860, 160, frame.Words.NothingToShow);
        svg.Write(24, 110, frame.Words.NothingToShow);
        return frame.End(svg, 160);
    }
}
