using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenSocialMap.GraphQL.Introspection;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Tests.Introspection;

/// <summary>Runs a query that asks for nothing but introspection: fragments on their own type, literal arguments, no directives.</summary>
internal static class IntrospectionQuery
{
    /// <summary>What tools send to learn a schema.</summary>
    public const string Standard = """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name kind }
            mutationType { name kind }
            subscriptionType { name kind }
            types { ...FullType }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) {
            name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason
          }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type {
          kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
        }
        """;

    public static string Run(Schema schema, string query, bool indented = false)
    {
        var document = Parser.Parse(new Source(query), ParserLimits.Trusted);
        var operation = document.Definitions.OfType<OperationDefinition>().Single();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var selected in Select(schema, document, schema.Query, operation.Selections))
            {
                json.WritePropertyName(selected.ResponseKey);
                IntrospectionExecutor.Write(json, schema, selected);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static List<SelectedField> Select(Schema schema, Document document, ObjectType parent, SelectionSet? selections)
    {
        var fields = new List<SelectedField>();
        foreach (var selection in selections?.Items ?? [])
        {
            switch (selection)
            {
                case Field node:
                    var definition = schema.FindField(parent, node.Name.Value)!;
                    var nested = definition.Type.Named is ObjectType type ? Select(schema, document, type, node.Selections) : [];
                    fields.Add(new SelectedField(node.ResponseKey, definition, node, Arguments(definition, node), nested));
                    break;
                case FragmentSpread spread:
                    var fragment = document.Definitions.OfType<FragmentDefinition>().Single(f => f.Name.Value == spread.Name.Value);
                    fields.AddRange(Select(schema, document, parent, fragment.Selections));
                    break;
            }
        }
        return fields;
    }

    private static Dictionary<string, object?> Arguments(OutputField definition, Field node) =>
        definition.Arguments.ToDictionary(a => a.Name, a =>
        {
            var literal = node.Arguments.FirstOrDefault(given => given.Name.Value == a.Name)?.Value ?? a.Default!;
            ((ScalarType)a.Type.Named).Coercion.FromLiteral(literal, out var value);
            return value;
        });
}
