using System.Text.Json;
using NpgsqlTypes;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.Catalogue.Charts;
using OpenSocialMap.Server.Catalogue.Files;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Catalogue;

/// <summary>
/// Reads datasets and the figures of their releases, page after page. Not by GraphQL, whose pages of a hundred would make ten thousand questions of the
/// figures of a country; but from the same views, as the same role, with the same gate.
/// </summary>
internal sealed class CatalogueReader(StatementRunner runner, RateLimits rates, TrafficSettings traffic)
{
    private const int AreasPerPage = 5;
    private const int PointsForRequest = 10;
    private const int FiguresPerPoint = 10;

    // No breakdown is spelled so.
    private const string Any = "*";

    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web);
    private static readonly RootField Whole = new(default, null);

    /// <summary>All datasets by name, and the version of the data that they are of.</summary>
    public Task<(IReadOnlyList<Dataset> Found, long Version)> Datasets(HttpContext http, string slug = "") =>
        Ask<Dataset>(http, CatalogueSql.Datasets, new StatementParameter(NpgsqlDbType.Text, _ => slug));

    /// <summary>Takes what an answer with so many figures costs, before anything of it is sent.</summary>
    /// <exception cref="GraphQLException">The client has spent what it has.</exception>
    public void Charge(HttpContext http, int figures) => rates.Charge(http, Client.Of(http, traffic), PointsForRequest + figures / FiguresPerPoint);

    /// <summary>Pages of figures, in the order of the release's file.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Figure>> Figures(HttpContext http, Release release)
    {
        var end = release.FirstKey + release.ObservationCount;
        for (var first = release.FirstKey; first < end; first += CatalogueSql.FiguresPerPage)
        {
            var (from, before) = (first, Math.Min(first + CatalogueSql.FiguresPerPage, end));
            yield return (await Ask<Figure>(http, CatalogueSql.Figures, new(NpgsqlDbType.Integer, _ => from), new(NpgsqlDbType.Integer, _ => before))).Found;
        }
    }

    /// <summary>Pages of areas with their outlines and figures.</summary>
    public async IAsyncEnumerable<IReadOnlyList<AreaFigures>> FiguresByArea(HttpContext http, Release release)
    {
        for (var after = 0; ;)
        {
            var last = after;
            var (page, _) = await Ask<AreaFigures>(http, CatalogueSql.FiguresByArea,
                new(NpgsqlDbType.Integer, _ => release.Key), new(NpgsqlDbType.Integer, _ => last), new(NpgsqlDbType.Integer, _ => AreasPerPage));
            if (page.Count == 0)
                yield break;
            yield return page;
            after = page[^1].Key;
        }
    }

    /// <summary>For what the release has figures of this indicator: the latest period first, then the total, then wijken before other levels. What the request says is kept to.</summary>
    public Task<(IReadOnlyList<ChartChoice> Found, long Version)> Choose(HttpContext http, Release release, MapRequest request, int most) => Ask<ChartChoice>(
        http, CatalogueSql.Choices,
        new(NpgsqlDbType.Integer, _ => release.Key), new(NpgsqlDbType.Text, _ => request.Indicator.Code), new(NpgsqlDbType.Text, _ => request.Period ?? ""),
        new(NpgsqlDbType.Text, _ => request.Breakdown ?? Any), new(NpgsqlDbType.Text, _ => request.Level ?? ""), new(NpgsqlDbType.Integer, _ => most));

    /// <param name="most">At most this many areas.</param>
    public Task<(IReadOnlyList<MapArea> Found, long Version)> Map(HttpContext http, Release release, Indicator indicator, ChartChoice choice, int most) => Ask<MapArea>(
        http, CatalogueSql.Map,
        new(NpgsqlDbType.Integer, _ => release.Key), new(NpgsqlDbType.Text, _ => indicator.Code), new(NpgsqlDbType.Text, _ => choice.TimePeriod),
        new(NpgsqlDbType.Text, _ => choice.Breakdown), new(NpgsqlDbType.Text, _ => choice.Level), new(NpgsqlDbType.Integer, _ => most));

    public Task<(IReadOnlyList<SeriesPoint> Found, long Version)> Series(HttpContext http, Release release, Indicator indicator, string breakdown, IReadOnlyList<string> areas) => Ask<SeriesPoint>(
        http, CatalogueSql.Series,
        new(NpgsqlDbType.Integer, _ => release.Key), new(NpgsqlDbType.Text, _ => indicator.Code), new(NpgsqlDbType.Text, _ => breakdown),
        new(NpgsqlDbType.Array | NpgsqlDbType.Text, _ => areas.Cast<object?>().ToArray()));

    private async Task<(IReadOnlyList<T> Found, long Version)> Ask<T>(HttpContext http, string sql, params StatementParameter[] parameters)
    {
        var result = await runner.Run(new Statement(sql, parameters, [Whole], []), default, Client.Of(http, traffic), http.RequestAborted);
        return (JsonSerializer.Deserialize<List<T>>(result.Values[0].Span, Reading)!, result.Version);
    }
}

/// <summary>An area with all figures that a release has of it.</summary>
internal sealed record AreaFigures(int Key, string Code, string Name, int? Year, string Level, string? Outline, IReadOnlyList<Figure> Figures)
{
    public AreaOutline Area => new(Code, Name, Year, Level, Outline);
}
