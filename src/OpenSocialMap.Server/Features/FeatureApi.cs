using System.Text.Json.Nodes;

namespace OpenSocialMap.Server.Features;

/// <summary>The definition of the features API in OpenAPI 3.0, for programs that write clients. https://spec.openapis.org/oas/v3.0.3</summary>
internal static class FeatureApi
{
    public static string Describe(string server) => new JsonObject
    {
        ["openapi"] = "3.0.3",
        ["info"] = new JsonObject
        {
            ["title"] = "OpenSocialMap: OGC API - Features",
            ["description"] = "Wijken, buurten, meeting places and activities of the sociale kaart of Dordrecht as GeoJSON, in WGS84 with the longitude first.",
            ["version"] = "1.0.0",
            ["license"] = new JsonObject { ["name"] = "CC BY 4.0 (data)", ["url"] = "https://creativecommons.org/licenses/by/4.0/" },
        },
        ["servers"] = new JsonArray(new JsonObject { ["url"] = server }),
        ["paths"] = Paths(),
        ["components"] = new JsonObject
        {
            ["parameters"] = new JsonObject
            {
                ["limit"] = Parameter("limit", $"At most this many items in one answer; more than {ItemsRequest.MaxLimit} means {ItemsRequest.MaxLimit}.",
                    new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = ItemsRequest.MaxLimit, ["default"] = ItemsRequest.DefaultLimit }),
                ["offset"] = Parameter("offset", "How many to skip. The link \"next\" is quicker, and right while data changes.", new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = ItemsRequest.MaxOffset }),
                ["bbox"] = Parameter("bbox", "Only features that touch this box: west,south,east,north in degrees (WGS84). Features without a point are left out.",
                    new JsonObject
                    {
                        ["type"] = "array",
                        ["oneOf"] = new JsonArray(new JsonObject { ["minItems"] = 4, ["maxItems"] = 4 }, new JsonObject { ["minItems"] = 6, ["maxItems"] = 6 }),
                        ["items"] = new JsonObject { ["type"] = "number" },
                    }, isList: true),
                ["datetime"] = Parameter("datetime", "An instant or interval (RFC 3339). No feature here has a time, so none is left out by it.", Text()),
                ["cursor"] = Parameter("cursor", "Where a page begins, from the link \"next\".", Text()),
                ["f"] = Parameter("f", "The format.", new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("json") }),
            },
        },
    }.ToJsonString();

    private static JsonObject Paths()
    {
        var paths = new JsonObject
        {
            ["/"] = Get("landingPage", "Where to go from here", Link.Json),
            ["/conformance"] = Get("conformance", "What this API conforms to", Link.Json),
            ["/collections"] = Get("collections", "The collections", Link.Json),
        };
        foreach (var layer in Layer.All)
        {
            paths[$"/collections/{layer.Id}"] = Get($"describe{layer.Type}", layer.Description, Link.Json);
            paths[$"/collections/{layer.Id}/items"] = Get($"list{layer.Type}", layer.Description, Link.GeoJson,
            [
                .. ((string[])["limit", "offset", "bbox", "datetime", "cursor", "f"]).Select(name => new JsonObject { ["$ref"] = $"#/components/parameters/{name}" }),
                .. layer.Filters.Select(filter => Parameter(filter.Name, filter.Description, Schema(filter), filter.IsList)),
            ]);
            paths[$"/collections/{layer.Id}/items/{{featureId}}"] = Get($"get{layer.Type}", $"One of {layer.Title.ToLowerInvariant()}", Link.GeoJson,
                [new JsonObject { ["name"] = "featureId", ["in"] = "path", ["required"] = true, ["schema"] = Text() }]);
        }
        return paths;
    }

    private static JsonObject Get(string id, string summary, string type, IEnumerable<JsonNode>? parameters = null) => new()
    {
        ["get"] = new JsonObject
        {
            ["operationId"] = id,
            ["summary"] = summary,
            ["parameters"] = new JsonArray([.. parameters ?? []]),
            ["responses"] = new JsonObject
            {
                ["200"] = Response("What was asked for.", type),
                ["304"] = new JsonObject { ["description"] = "The client has it already (If-None-Match)." },
                ["default"] = Response("Why it can't be given.", "application/problem+json"),
            },
        },
    };

    private static JsonObject Response(string description, string type) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject { [type] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } } },
    };

    private static JsonObject Parameter(string name, string description, JsonObject schema, bool isList = false)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = "query", ["description"] = description, ["schema"] = schema, ["style"] = "form" };
        if (isList)
            parameter["explode"] = false;
        return parameter;
    }

    private static JsonObject Schema(LayerFilter filter) => filter switch
    {
        { IsList: true } => new JsonObject { ["type"] = "array", ["items"] = Text() },
        { Type: "Boolean" } => new JsonObject { ["type"] = "boolean" },
        _ => Text(),
    };

    private static JsonObject Text() => new() { ["type"] = "string" };
}
