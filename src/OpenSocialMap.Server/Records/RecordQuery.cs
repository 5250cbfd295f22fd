using OpenSocialMap.Data.Model;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Records;

/// <summary>The queries behind records' addresses, one a type: every field of its own, and the name and address of each record it points at.</summary>
internal static class RecordQuery
{
    /// <summary>By the prefix of the type's ids.</summary>
    public static IReadOnlyDictionary<string, string> ByPrefix(Schema schema) =>
        RecordId.Prefixes.ToDictionary(prefix => prefix.Value, prefix => For((ObjectType)schema.FindType(prefix.Key)!));

    private static string For(ObjectType type) => $$"""query Record($id: ID!) { node(id: $id) { __typename ... on {{type.Name}} { {{Fields(type)}} } } }""";

    private static string Fields(ObjectType type) => string.Join(" ", type.Fields.Where(f => !f.Arguments.Any(a => a.IsRequired)).Select(field => Field(field, [])).OfType<string>());

    /// <summary>Lists are left to GraphQL; other records are named and linked.</summary>
    /// <param name="around">The parts that this field is in. A part within itself, such as what a category belongs to, is told by its place.</param>
    private static string? Field(OutputField field, IReadOnlyList<FieldsType> around) => field.Type.Named switch
    {
        { IsLeaf: true } => field.Name,
        FieldsType { Name: var name } when name.EndsWith("Connection", StringComparison.Ordinal) => null,
        FieldsType { Name: var name } when name.StartsWith("GeoJSON", StringComparison.Ordinal) => $"{field.Name} {{ type coordinates }}",
        FieldsType linked when linked.Fields.Find("uri") is not null => $"{field.Name} {{ {(linked.Fields.Find("name") is null ? "" : "name ")}uri }}",
        FieldsType part when around.Contains(part) => null,
        FieldsType part => $"{field.Name} {{ {string.Join(" ", part.Fields.Select(inner => Field(inner, [.. around, part])).OfType<string>())} }}",
        _ => null,
    };
}
