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
        if (number is not null)
        {
            var (edition, version) = await finder.Edition(http, slug, number, isEnglish);
            await Write(http, edition, version);
            return;
        }
        var (dataset, latest) = await finder.Dataset(http, slug);
        if (dataset.Current is { } release && dataset.Indicators.Count > 0)
            await Write(http, finder.EditionOf(http, dataset, release, isEnglish), latest);
        else
            await Write(http, PlannedHtml.Render(dataset, http.Request.Path, isEnglish), latest, isEnglish);
    }

    private async Task Write(HttpContext http, Edition edition, long version)
    {
        var map = await charts.Find(http, edition, MapRequest.Read(edition.Dataset, edition.Release, http.Request.Query));
        await Write(http, new DatasetHtml(map, http.Request.Path).Render(), version, edition.IsEnglish);
    }

    private Task Write(HttpContext http, string page, long version, bool isEnglish)
    {
        validators.Begin(http, ContentType, version);
        CataloguePageHtml.WriteHeaders(http.Response.Headers, isEnglish);
        return http.Response.WriteAsync(page, Encoding.UTF8, http.RequestAborted);
    }
}
