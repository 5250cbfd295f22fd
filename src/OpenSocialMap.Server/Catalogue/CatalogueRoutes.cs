using System.Text;
using Microsoft.Net.Http.Headers;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.Catalogue.Charts;
using OpenSocialMap.Server.Catalogue.Dcat;
using OpenSocialMap.Server.Catalogue.Files;
using OpenSocialMap.Server.Catalogue.Pages;
using OpenSocialMap.Server.Features;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Representations;

namespace OpenSocialMap.Server.Catalogue;

/// <summary>The figures for researchers: a catalogue for people and for portals, a page for each dataset, and below it the releases and their files.</summary>
internal sealed class CatalogueRoutes(
    CatalogueReader reader, CatalogueFinder finder, DatasetPage page, Inquiries inquiries, Validators validators, PublicAddress address, ServerSettings settings)
{
    private const string Turtle = "text/turtle";
    private const string JsonLd = "application/ld+json";
    private const string Html = "text/html";

    public static void Add(IServiceCollection services) => services
        .AddSingleton<CatalogueReader>().AddSingleton<CatalogueFinder>().AddSingleton<ChartMaker>().AddSingleton<DatasetPage>();

    public static void Map(IEndpointRouteBuilder routes)
    {
        var catalogue = ActivatorUtilities.CreateInstance<CatalogueRoutes>(routes.ServiceProvider);
        var data = routes.MapGroup("/data").AddEndpointFilter<Refusals>();
        data.MapMethods("", Reading.Methods, (HttpContext http) => catalogue.Negotiate(http, null));
        data.MapMethods("/catalog.ttl", Reading.Methods, (HttpContext http) => catalogue.WriteGraph(http, null, Turtle));
        data.MapMethods("/catalog.jsonld", Reading.Methods, (HttpContext http) => catalogue.WriteGraph(http, null, JsonLd));
        data.MapMethods("/methodology", Reading.Methods, catalogue.WriteMethodology);
        data.MapMethods("/{dataset}", Reading.Methods, (HttpContext http, string dataset) => catalogue.Negotiate(http, dataset));
        FileRoutes.Map(data);
    }

    private Task Negotiate(HttpContext http, string? dataset)
    {
        http.Response.Headers.Append("Vary", "Accept");
        return Choose(http.Request.Headers.Accept) switch
        {
            Html when dataset is not null => page.Write(http, dataset, null),
            Html => WritePage(http),
            var mediaType => WriteGraph(http, dataset, mediaType),
        };
    }

    /// <summary>The form that a client likes best of those that it takes.</summary>
    private static string Choose(IList<string> accept)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept, out var taken) || taken.Count == 0)
            return Html;
        string[] offered = [Html, Turtle, JsonLd];
        var best = offered.MaxBy(mediaType => FileFormat.Quality(mediaType, taken))!;
        return FileFormat.Quality(best, taken) > 0 ? best : throw new RequestRefusedException(406, new GraphQLError(
            $"This comes as {string.Join(", ", offered)}, none of which the header Accept allows. The files of a release have addresses of their own, such as observations.csv.", ErrorCodes.Request));
    }

    private async Task WritePage(HttpContext http)
    {
        CatalogueRequest.Check(http.Request.Query, "lang");
        var isEnglish = CatalogueRequest.IsEnglish(http.Request.Query);
        if (validators.WriteNotModified(http, DatasetPage.ContentType))
            return;
        reader.Charge(http, 0);
        var (datasets, version) = await reader.Datasets(http);
        validators.Begin(http, DatasetPage.ContentType, version);
        CataloguePageHtml.WriteHeaders(http.Response.Headers, isEnglish);
        await http.Response.WriteAsync(CatalogueHtml.Render(datasets, isEnglish), Encoding.UTF8, http.RequestAborted);
    }

    private async Task WriteMethodology(HttpContext http)
    {
        CatalogueRequest.Check(http.Request.Query, "lang");
        var isEnglish = CatalogueRequest.IsEnglish(http.Request.Query);
        http.Response.ContentType = DatasetPage.ContentType;
        http.Response.Headers.CacheControl = "no-cache";
        CataloguePageHtml.WriteHeaders(http.Response.Headers, isEnglish);
        await http.Response.WriteAsync(MethodologyHtml.Render(isEnglish), Encoding.UTF8, http.RequestAborted);
    }

    /// <param name="dataset">Null for all.</param>
    private async Task WriteGraph(HttpContext http, string? dataset, string mediaType)
    {
        CatalogueRequest.Check(http.Request.Query, "lang");
        var contentType = $"{mediaType}; charset=utf-8";
        if (validators.WriteNotModified(http, contentType))
            return;
        var extent = Extent.Of(await inquiries.Ask(http, "query Extent { municipalities(first: 100) { nodes { geometry { bbox } } } }", []));
        var (datasets, version) = dataset is null ? await reader.Datasets(http) : await One(http, dataset);
        var graph = new DcatCatalogue(address.Of(http.Request), settings.Keeper, extent).Describe(datasets);
        validators.Begin(http, contentType, version);
        await http.Response.WriteAsync(mediaType == Turtle ? TurtleWriter.Write(graph) : JsonLdWriter.Write(graph), Encoding.UTF8, http.RequestAborted);
    }

    private async Task<(IReadOnlyList<Dataset> Found, long Version)> One(HttpContext http, string slug)
    {
        var (dataset, version) = await finder.Dataset(http, slug);
        return ([dataset], version);
    }
}
