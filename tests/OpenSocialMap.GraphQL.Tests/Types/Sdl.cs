using System.Text.Json;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Tests.Types;

/// <summary>Schemas from text, as the tests write them; every scalar that the text defines takes whatever comes.</summary>
internal static class Sdl
{
    public static Schema Build(params string[] texts)
    {
        var documents = Parse(texts);
        return SchemaBuilder.Build(documents, documents.SelectMany(d => d.Definitions).OfType<ScalarDefinition>()
            .DistinctBy(s => s.Name.Value).ToDictionary(s => s.Name.Value, _ => (ScalarCoercion)new Anything()));
    }

    /// <summary>The errors of a broken schema as "message @ line:column, line:column".</summary>
    public static string[] Errors(params string[] texts)
    {
        try
        {
            Build(texts);
            return [];
        }
        catch (GraphQLException broken)
        {
            return [.. broken.Errors.Select(e => $"{e.Message} @ {string.Join(", ", e.Locations.Select(l => $"{l.Line}:{l.Column}"))}".TrimEnd(' ', '@'))];
        }
    }

    public static Document[] Parse(params string[] texts) =>
        [.. texts.Select((text, i) => Parser.Parse(new Source(text, $"part{i + 1}.graphql"), ParserLimits.Trusted))];

    private sealed class Anything : ScalarCoercion
    {
        public override string? FromJson(JsonElement json, out object? value)
        {
            value = json;
            return null;
        }
    }
}
