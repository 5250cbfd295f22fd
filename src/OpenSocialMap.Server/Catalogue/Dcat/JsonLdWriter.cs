using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenSocialMap.Server.Catalogue.Files;

namespace OpenSocialMap.Server.Catalogue.Dcat;

/// <summary>Linked data as JSON-LD, with all names in the document itself, so that no reader has to fetch any. https://www.w3.org/TR/json-ld11/</summary>
internal static class JsonLdWriter
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JsonFile.Readable.Encoder };

    public static string Write(Graph graph) => new JsonObject
    {
        ["@context"] = new JsonObject(Graph.Prefixes.Select(prefix => KeyValuePair.Create<string, JsonNode?>(prefix.Key, prefix.Value))),
        ["@graph"] = new JsonArray([.. graph.Resources.Select(Tell)]),
    }.ToJsonString(Readable);

    private static JsonObject Tell(Resource resource)
    {
        var json = new JsonObject { ["@id"] = resource.Address, ["@type"] = resource.Type };
        foreach (var property in resource.Statements.GroupBy(statement => statement.Property, statement => Tell(statement.Value)))
            json[property.Key] = property.Count() == 1 ? property.First() : new JsonArray([.. property]);
        return json;
    }

    private static JsonObject Tell(Term value) => value switch
    {
        Term.Link link => new JsonObject { ["@id"] = link.Address },
        Term.Text { Language: { } language } text => new JsonObject { ["@value"] = text.Value, ["@language"] = language },
        Term.Text text => new JsonObject { ["@value"] = text.Value },
        Term.Typed typed => new JsonObject { ["@value"] = typed.Value, ["@type"] = typed.Type },
        _ => throw new UnreachableException(),
    };
}
