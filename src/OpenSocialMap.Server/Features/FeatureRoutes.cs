using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Representations;

namespace OpenSocialMap.Server.Features;

/// <summary>
/// The map's data for GIS programs: OGC API - Features, part 1, core and GeoJSON. Every answer is that of a GraphQL operation in another form.
/// https://docs.ogc.org/is/17-069r4/17-069r4.html
/// </summary>
internal sealed class FeatureRoutes(Inquiries inquiries, Validators validators, PublicAddress address)
{
    public const string Root = "/ogc";
    private const string Crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    private const string GeoJson = "application/geo+json; charset=utf-8";
    private const string PlainJson = "application/json; charset=utf-8";
    private const string OpenApi = "application/vnd.oai.openapi+json;version=3.0";

    private static readonly string[] Conformance =
    [
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
        "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    ];

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Map(IEndpointRouteBuilder routes)
    {
        var features = ActivatorUtilities.CreateInstance<FeatureRoutes>(routes.ServiceProvider);
        var ogc = routes.MapGroup(Root).AddEndpointFilter<Refusals>();
        ogc.MapMethods("/", Reading.Methods, features.Landing);
        ogc.MapMethods("/conformance", Reading.Methods, features.ConformanceClasses);
        ogc.MapMethods("/api", Reading.Methods, features.Definition);
        ogc.MapMethods("/collections", Reading.Methods, features.Collections);
        ogc.MapMethods("/collections/{layer}", Reading.Methods, features.Collection);
        ogc.MapMethods("/collections/{layer}/items", Reading.Methods, features.Items);
        ogc.MapMethods("/collections/{layer}/items/{id}", Reading.Methods, features.Item);
    }

    private Task Landing(HttpContext http) => WriteJson(http, json =>
    {
        json.WriteString("title"u8, "OpenSocialMap");
        json.WriteString("description"u8, "Wijken, buurten, meeting places and activities of the sociale kaart of Dordrecht, as open data (CC BY 4.0).");
        Link.Write(json,
            new(At(http, ""), "self", Link.Json, "This document"),
            new(At(http, "/api"), "service-desc", OpenApi, "The definition of this API"),
            new(address.Of(http.Request), "service-doc", "text/html", "What this is, for people"),
            new(At(http, "/conformance"), "conformance", Link.Json, "What this API conforms to"),
            new(At(http, "/collections"), "data", Link.Json, "The collections"));
    });

    private Task ConformanceClasses(HttpContext http) => WriteJson(http, json =>
    {
        json.WriteStartArray("conformsTo"u8);
        foreach (var conformance in Conformance)
            json.WriteStringValue(conformance);
        json.WriteEndArray();
    });

    private Task Definition(HttpContext http)
    {
        http.Response.ContentType = OpenApi;
        return http.Response.WriteAsync(FeatureApi.Describe(At(http, "")), http.RequestAborted);
    }

    private async Task Collections(HttpContext http)
    {
        if (validators.WriteNotModified(http, PlainJson))
            return;
        var extent = await Extent(http);
        validators.Begin(http, PlainJson, extent.Version);
        await WriteJson(http, json =>
        {
            Link.Write(json, new Link(At(http, "/collections"), "self", Link.Json, "This document"));
            json.WriteStartArray("collections"u8);
            foreach (var layer in Layer.All)
            {
                json.WriteStartObject();
                Describe(json, http, layer, extent);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private async Task Collection(HttpContext http, string layer)
    {
        var found = Find(layer);
        if (validators.WriteNotModified(http, PlainJson))
            return;
        var extent = await Extent(http);
        validators.Begin(http, PlainJson, extent.Version);
        await WriteJson(http, json => Describe(json, http, found, extent));
    }

    private async Task Items(HttpContext http, string layer)
    {
        var found = Find(layer);
        var request = ItemsRequest.Read(found, http.Request.Query);
        if (validators.WriteNotModified(http, GeoJson))
            return;
        var (skipped, returned, cursor, isBegun) = (0, 0, default(string), false);
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, Readable);
        await foreach (var page in inquiries.Pages(http, found.PageQuery, request.Variables, request.Offset + request.Limit))
        {
            if (!isBegun)
            {
                isBegun = true;
                validators.Begin(http, GeoJson, page.Version);
                json.WriteStartObject();
                json.WriteString("type"u8, "FeatureCollection");
                json.WriteNumber("numberMatched"u8, page.Only.GetProperty("totalCount").GetInt32());
                json.WriteStartArray("features"u8);
            }
            foreach (var item in page.Nodes)
            {
                if (skipped++ < request.Offset)
                    continue;
                FeatureWriter.Write(json, found, item);
                returned++;
            }
            cursor = page.EndCursor;
            await json.FlushAsync(http.RequestAborted);
            await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
        }
        json.WriteEndArray();
        json.WriteNumber("numberReturned"u8, returned);
        var self = new Link(At(http, $"/collections/{found.Id}/items{http.Request.QueryString}"), "self", Link.GeoJson, "This page");
        var collection = new Link(At(http, $"/collections/{found.Id}"), "collection", Link.Json, "The collection");
        if (cursor is null)
            Link.Write(json, self, collection);
        else
            Link.Write(json, self, new Link(NextPage(http, found, cursor), "next", Link.GeoJson, "The next page"), collection);
        json.WriteEndObject();
        await json.FlushAsync(http.RequestAborted);
    }

    private async Task Item(HttpContext http, string layer, string id)
    {
        var found = Find(layer);
        if (validators.WriteNotModified(http, GeoJson))
            return;
        var reply = await inquiries.Ask(http, found.ItemQuery, new JsonObject { ["id"] = id });
        validators.Begin(http, GeoJson, reply.Version);
        await WriteJson(http, json =>
        {
            FeatureWriter.Members(json, found, reply.Only);
            Link.Write(json,
                new(At(http, $"/collections/{found.Id}/items/{Uri.EscapeDataString(id)}"), "self", Link.GeoJson, "This feature"),
                new(At(http, $"/collections/{found.Id}"), "collection", Link.Json, "The collection"),
                new(reply.Only.GetProperty("uri").GetString()!, "canonical", Link.Json, "The record itself"));
        });
    }

    private void Describe(Utf8JsonWriter json, HttpContext http, Layer layer, Extent extent)
    {
        json.WriteString("id"u8, layer.Id);
        json.WriteString("title"u8, layer.Title);
        json.WriteString("description"u8, layer.Description);
        json.WriteString("itemType"u8, "feature");
        json.WriteStartArray("crs"u8);
        json.WriteStringValue(Crs84);
        json.WriteEndArray();
        extent.Write(json, Crs84);
        Link.Write(json,
            new(At(http, $"/collections/{layer.Id}"), "self", Link.Json, "This document"),
            new(At(http, $"/collections/{layer.Id}/items"), "items", Link.GeoJson, layer.Title),
            new("https://creativecommons.org/licenses/by/4.0/", "license", "text/html", "CC BY 4.0"));
    }

    /// <summary>Where it all lies: the box around the municipalities.</summary>
    private async Task<Extent> Extent(HttpContext http) =>
        Features.Extent.Of(await inquiries.Ask(http, "query Extent { municipalities(first: 100) { nodes { geometry { bbox } } } }", []));

    private string NextPage(HttpContext http, Layer layer, string cursor)
    {
        var parameters = http.Request.Query.Where(parameter => parameter.Key is not ("cursor" or "offset")).ToDictionary(parameter => parameter.Key, parameter => (string?)parameter.Value.ToString());
        parameters["cursor"] = cursor;
        return QueryHelpers.AddQueryString(At(http, $"/collections/{layer.Id}/items"), parameters);
    }

    private static Layer Find(string id) => Layer.All.FirstOrDefault(layer => layer.Id == id) ?? throw new RequestRefusedException(404, new GraphQLError(
        $"There is no collection \"{id}\". There are {string.Join(", ", Layer.All.Select(layer => layer.Id))}.", ErrorCodes.NotFound));

    private string At(HttpContext http, string path) => address.Of(http.Request) + Root + path;

    private static async Task WriteJson(HttpContext http, Action<Utf8JsonWriter> members)
    {
        http.Response.ContentType ??= PlainJson;
        await using var json = new Utf8JsonWriter(http.Response.BodyWriter, Readable);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
    }
}
