using System.Text;
using OpenSocialMap.Server.Catalogue.Charts;
using OpenSocialMap.Server.Representations;

namespace OpenSocialMap.Server.Catalogue.Pages;

/// <summary>Answers with the page of a dataset: in its latest release, or in the one that the address names.</summary>
internal sealed class DatasetPage(CatalogueFinder finder, CatalogueReader reader, ChartMaker charts, Validators validators)
{
    public const string ContentType = "text/html; charset=utf-8";
    private const int FiguresOnPage = 200;

    private static readonly IReadOnlyList<string> Parameters = MapRequest.Parameters;

    /// <param name="number">Null for the latest.</param>
    public async Task Write(HttpContext http, string slug, string? number)
    {
        CatalogueRequest.Check(http.Request.Query, Parameters);
        var isEnglish = CatalogueRequest.IsEnglish(http.Request.Query);
        if (validators.WriteNotModified(http, ContentType))
            return;
        reader.Charge(http, FiguresOnPage);
        var (edition, version) = number is null ? await Latest(http, slug, isEnglish) : await finder.Edition(http, slug, number, isEnglish);
        if (edition.Dataset.Indicators.Count == 0)
            throw CatalogueRequest.NotFound($"The dataset {slug} has no indicators.");
        var map = await charts.Find(http, edition, MapRequest.Read(edition.Dataset, edition.Release, http.Request.Query));
        validators.Begin(http, ContentType, version);
        CataloguePageHtml.WriteHeaders(http.Response.Headers, isEnglish);
        await http.Response.WriteAsync(new DatasetHtml(map, http.Request.Path).Render(), Encoding.UTF8, http.RequestAborted);
    }

    private async Task<(Edition Edition, long Version)> Latest(HttpContext http, string slug, bool isEnglish)
    {
        var (dataset, version) = await finder.Dataset(http, slug);
        return dataset.Current is { } release
            ? (finder.EditionOf(http, dataset, release, isEnglish), version)
            : throw CatalogueRequest.NotFound($"No release of {slug} holds at the moment.");
    }
}
