using System.Globalization;
using System.Text;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.Catalogue.Charts;
using OpenSocialMap.Server.Catalogue.Pages;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.GraphQL.Answers;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Representations;

namespace OpenSocialMap.Server.Catalogue.Files;

/// <summary>The files and pictures of a release, each at an address that stays, and the release itself in the form that a client likes best.</summary>
internal sealed class FileRoutes(CatalogueReader reader, CatalogueFinder finder, ChartMaker charts, DatasetPage page, Validators validators)
{
    private const string Svg = "image/svg+xml; charset=utf-8";
    private const string MapFile = "map.svg";
    private const string LineFile = "line.svg";
    private const int FiguresInPicture = 200;
    private const long PictureBytes = 16 * 1024 * 1024;

    private readonly RecentCache<string, Picture> _pictures = new(PictureBytes, (address, picture) => 2 * (address.Length + picture.Svg.Length));

    public static void Map(IEndpointRouteBuilder data)
    {
        var files = ActivatorUtilities.CreateInstance<FileRoutes>(data.ServiceProvider);
        data.MapMethods("/{dataset}/latest", Reading.Methods, (HttpContext http, string dataset) => files.Latest(http, dataset, ""));
        data.MapMethods("/{dataset}/latest/{file}", Reading.Methods, (HttpContext http, string dataset, string file) => files.Latest(http, dataset, $"/{file}"));
        data.MapMethods("/{dataset}/{number}", Reading.Methods, (HttpContext http, string dataset, string number) => files.Negotiate(http, dataset, number));
        data.MapMethods("/{dataset}/{number}/{file}", Reading.Methods, (HttpContext http, string dataset, string number, string file) => files.Answer(http, dataset, number, file));
    }

    /// <summary>Leads to the release that is the latest today.</summary>
    private async Task Latest(HttpContext http, string dataset, string file)
    {
        var (found, _) = await finder.Dataset(http, dataset);
        var release = found.Current ?? throw CatalogueRequest.NotFound($"No release of {dataset} holds at the moment.");
        http.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        http.Response.Headers.CacheControl = ResponseWriter.Revalidate;
        http.Response.Headers.Location = string.Create(CultureInfo.InvariantCulture, $"/data/{found.Slug}/{release.Number}{EscapedPath(file)}{http.Request.QueryString}");
    }

    private Task Negotiate(HttpContext http, string dataset, string number)
    {
        http.Response.Headers.Append("Vary", "Accept");
        var (isFound, format) = FileFormat.Choose(http.Request.Headers.Accept);
        if (!isFound)
        {
            throw new RequestRefusedException(406, new GraphQLError(
                $"This release comes as text/html and as {string.Join(", ", FileFormat.All.Select(each => $"{each.Accept} ({each.Name})"))}, none of which the header Accept allows.", ErrorCodes.Request));
        }
        if (format is null)
            return page.Write(http, dataset, number);
        http.Response.Headers.ContentLocation = $"/data/{Uri.EscapeDataString(dataset)}/{Uri.EscapeDataString(number)}/{format.Name}{http.Request.QueryString}";
        return Answer(http, dataset, number, format.Name);
    }

    private Task Answer(HttpContext http, string dataset, string number, string file) => file switch
    {
        MapFile => Draw(http, dataset, number, MapRequest.Parameters),
        LineFile => Draw(http, dataset, number, LineRequest.Parameters),
        _ when FileFormat.Of(file) is { } format => Answer(http, dataset, number, format),
        _ => throw CatalogueRequest.NotFound($"A release has no file \"{file}\". It has {string.Join(", ", FileFormat.All.Select(format => format.Name))}, {MapFile}, {LineFile}."),
    };

    private async Task Answer(HttpContext http, string dataset, string number, FileFormat format)
    {
        CatalogueRequest.Check(http.Request.Query, "lang");
        var (edition, version) = await finder.Edition(http, dataset, number, CatalogueRequest.IsEnglish(http.Request.Query));
        if (format == FileFormat.Spreadsheet && edition.Release.ObservationCount > SpreadsheetFile.MostFigures)
            throw CatalogueRequest.Refused($"This release has {edition.Release.ObservationCount} figures; a sheet has at most {SpreadsheetFile.MostFigures}. Take {FileFormat.Csv.Name}.");
        if (format.IsOfReleaseAlone ? validators.WriteNotModified(http, format.ContentType, edition.Release.Checksum) : validators.WriteNotModified(http, format.ContentType))
            return;
        reader.Charge(http, format.IsText ? 0 : edition.Release.ObservationCount);
        WriteLinks(http, edition, format);
        if (format.IsOfReleaseAlone)
            validators.Begin(http, format.ContentType, edition.Release.Checksum);
        else
            validators.Begin(http, format.ContentType, version);
        if (format == FileFormat.Readme)
            await http.Response.WriteAsync(ReadmeFile.Write(edition), http.RequestAborted);
        else if (format == FileFormat.Metadata)
            await http.Response.WriteAsync(CsvwMetadata.Write(edition), http.RequestAborted);
        else if (!HttpMethods.IsHead(http.Request.Method))
            await Send(http, edition, format);
    }

    private async Task Send(HttpContext http, Edition edition, FileFormat format)
    {
        using var writer = FileWriter.Of(format, edition);
        writer.Begin();
        if (writer.IsByArea)
        {
            await foreach (var areas in reader.FiguresByArea(http, edition.Release))
            {
                foreach (var area in areas)
                {
                    writer.BeginArea(area.Area);
                    foreach (var figure in area.Figures)
                        writer.Write(figure);
                }
                await Flush();
            }
        }
        else
        {
            await foreach (var figures in reader.Figures(http, edition.Release))
            {
                foreach (var figure in figures)
                    writer.Write(figure);
                await Flush();
            }
        }
        writer.End();
        await Flush();

        async Task Flush()
        {
            writer.Flush();
            await http.Response.Body.WriteAsync(writer.Output.GetBuffer().AsMemory(0, (int)writer.Output.Length), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            writer.Output.SetLength(0);
        }
    }

    private async Task Draw(HttpContext http, string dataset, string number, IReadOnlyList<string> parameters)
    {
        var query = http.Request.Query;
        CatalogueRequest.Check(query, parameters);
        var (edition, version) = await finder.Edition(http, dataset, number, CatalogueRequest.IsEnglish(query));
        if (validators.WriteNotModified(http, Svg))
            return;
        reader.Charge(http, FiguresInPicture);
        // The address of the server stands in the picture.
        var key = $"{edition.Home}{http.Request.Path}{http.Request.QueryString}";
        if (_pictures.Find(key) is not { } picture || picture.Version != version)
        {
            picture = await Draw(http, edition, parameters == MapRequest.Parameters);
            _pictures.Set(key, picture);
        }
        validators.Begin(http, Svg, picture.Version);
        await http.Response.WriteAsync(picture.Svg, Encoding.UTF8, http.RequestAborted);
    }

    private async Task<Picture> Draw(HttpContext http, Edition edition, bool isMap)
    {
        if (isMap)
        {
            var map = await charts.Find(http, edition, MapRequest.Read(edition.Dataset, edition.Release, http.Request.Query));
            return new Picture(map.Draw(), map.Version);
        }
        var lines = await charts.Find(http, edition, LineRequest.Read(edition.Dataset, http.Request.Query));
        return new Picture(lines.Draw(), lines.Version);
    }

    private static void WriteLinks(HttpContext http, Edition edition, FileFormat format)
    {
        var headers = http.Response.Headers;
        headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"inline; filename=\"{edition.Dataset.Slug}-{edition.Release.Number}-{format.Name}\"");
        headers.Append("Link", $"<{edition.DatasetAddress}>; rel=\"collection\"");
        headers.Append("Link", $"<{edition.At(FileFormat.Readme.Name)}>; rel=\"help\"; type=\"text/markdown\"");
        headers.Append("Link", $"<{edition.DatasetAddress}/latest/{format.Name}>; rel=\"latest-version\"");
        if (Licence.AddressOf(edition.Dataset.Licence) is { } licence)
            headers.Append("Link", $"<{licence}>; rel=\"license\"");
        // Where CSV on the Web looks. https://www.w3.org/TR/tabular-data-model/#link-header
        if (format == FileFormat.Csv)
            headers.Append("Link", $"<{edition.At(FileFormat.Metadata.Name)}>; rel=\"describedby\"; type=\"application/csvm+json\"");
    }

    private static string EscapedPath(string file) => file.Length == 0 ? "" : $"/{Uri.EscapeDataString(file[1..])}";

    /// <summary>A picture that was drawn of this version of the data.</summary>
    private sealed record Picture(string Svg, long Version);
}
