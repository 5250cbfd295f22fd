using System.Diagnostics;
using System.Text.Json;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Introspection;

/// <summary>
/// Answers questions about the schema itself, from the schema in memory.
/// https://spec.graphql.org/September2025/#sec-Schema-Introspection
/// </summary>
public static class IntrospectionExecutor
{
    /// <summary>Writes the value of a selected <c>__schema</c> or <c>__type</c>; the caller has written its response key.</summary>
    public static void Write(Utf8JsonWriter json, Schema schema, SelectedField selection)
    {
        var answer = new IntrospectionAnswer(json, schema);
        switch (selection.Definition.Name)
        {
            case "__schema":
                answer.WriteSchema(selection.Selections);
                break;
            case "__type":
                answer.WriteType(schema.FindType((string)selection.Arguments["name"]!), selection.Selections);
                break;
            default:
                throw new UnreachableException($"{selection.Definition.Name} is no field of introspection.");
        }
    }
}
