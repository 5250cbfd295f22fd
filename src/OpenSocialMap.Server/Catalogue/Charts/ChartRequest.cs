namespace OpenSocialMap.Server.Catalogue.Charts;

/// <summary>What a map is asked to show. What is left open is chosen among what there is: the latest period, the total, the level that is known best.</summary>
/// <param name="Breakdown">As <see cref="Figure.Breakdown"/>.</param>
/// <param name="Level">MUNICIPALITY, WIJK, BUURT or WERKGEBIED.</param>
internal sealed record MapRequest(Indicator Indicator, string? Period, string? Breakdown, string? Level)
{
    public static readonly IReadOnlyList<string> Parameters = ["indicator", "period", "breakdown", "level", "lang"];

    private static readonly string[] Levels = ["MUNICIPALITY", "WIJK", "BUURT", "WERKGEBIED"];

    public static MapRequest Read(Dataset dataset, Release release, IQueryCollection query)
    {
        var level = CatalogueRequest.Text(query, "level")?.ToUpperInvariant();
        if (level is not null && !Levels.Contains(level))
            throw CatalogueRequest.Refused($"level is \"{query["level"]}\"; it has to be one of {string.Join(", ", Levels).ToLowerInvariant()}.");
        var period = CatalogueRequest.Text(query, "period");
        if (period is not null && !release.TimePeriods.Contains(period))
            throw CatalogueRequest.NotFound($"Release {release.Number} has no period \"{period}\". It has {string.Join(", ", release.TimePeriods)}.");
        return new MapRequest(ChartRequest.Indicator(dataset, query), period, ChartRequest.Breakdown(dataset, query), level);
    }
}

/// <summary>What a line chart is asked to show.</summary>
/// <param name="Areas">Their codes or, of those without, their readable names; empty for some that there are.</param>
internal sealed record LineRequest(Indicator Indicator, IReadOnlyList<string> Areas, string? Breakdown)
{
    public const int MostAreas = 8;

    public static readonly IReadOnlyList<string> Parameters = ["indicator", "area", "breakdown", "lang"];

    public static LineRequest Read(Dataset dataset, IQueryCollection query)
    {
        var areas = query["area"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return areas.Length <= MostAreas
            ? new LineRequest(ChartRequest.Indicator(dataset, query), areas, ChartRequest.Breakdown(dataset, query))
            : throw CatalogueRequest.Refused($"area names {areas.Length} areas; a line chart has at most {MostAreas}.");
    }
}

/// <summary>What all charts are asked alike.</summary>
internal static class ChartRequest
{
    /// <summary>By its code or its readable name; the first when none is named.</summary>
    public static Indicator Indicator(Dataset dataset, IQueryCollection query)
    {
        var name = CatalogueRequest.Text(query, "indicator");
        return dataset.Indicators.FirstOrDefault(indicator => name is null || indicator.Code == name || indicator.Slug == name) ?? throw CatalogueRequest.NotFound(
            $"The dataset {dataset.Slug} has no indicator \"{name}\". It has {string.Join(", ", dataset.Indicators.Select(indicator => indicator.Code))}.");
    }

    public static string? Breakdown(Dataset dataset, IQueryCollection query)
    {
        if (!query.ContainsKey("breakdown"))
            return null;
        var breakdown = query["breakdown"].ToString();
        foreach (var part in breakdown.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=') is not [var code, var category]
                || dataset.Dimensions.FirstOrDefault(dimension => dimension.Code == code)?.Categories.Any(each => each.Code == category) is not true)
            {
                throw CatalogueRequest.Refused(
                    $"breakdown has \"{part}\", which is no category of this dataset; it has to be dimension=CATEGORY with | between, of the dimensions {string.Join(", ", dataset.Dimensions.Select(dimension => dimension.Code))}.");
            }
        }
        return breakdown;
    }

    /// <summary>A breakdown in words; null for the total.</summary>
    public static string? Tell(Dataset dataset, string breakdown, bool isEnglish) => breakdown.Length == 0 ? null : string.Join(", ", breakdown.Split('|').Select(part =>
        part.Split('=') is [var code, var category] && dataset.Dimensions.FirstOrDefault(dimension => dimension.Code == code) is { } found
            ? $"{found.NameIn(isEnglish)}: {found.Categories.FirstOrDefault(each => each.Code == category)?.NameIn(isEnglish) ?? category}"
            : part));
}
