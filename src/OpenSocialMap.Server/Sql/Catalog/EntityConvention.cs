using System.Text.Json;
using OpenSocialMap.Data.Model;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Sql.Catalog;

/// <summary>
/// Binds by name: a type is the entity of its name and its view in schema <c>api</c>; field <c>openingHours</c> is property
/// <c>OpeningHours</c> and its column; an object is a reference or an owned part; a connection or list is a collection.
/// </summary>
internal sealed class EntityConvention(Schema schema, EntityMap entities)
{
    public RowBinding? Rows(CompositeType type) => type is ObjectType o && entities.Find(type.Name) is { } entity
        ? new ObjectBinding(o, entity.IsPart ? "" : $"api.{SnakeCase(type.Name)}") { DefaultOrder = Order(o, entity) }
        : null;

    private static readonly string[] Names = ["name", "title", "timePeriod"];

    /// <summary>Texts that follow a pattern wherever they stand.</summary>
    private static readonly string[] Plain = ["slug", "code", "postalCode"];

    /// <summary>What has a time or a place among its siblings is in that order, which no client has to see.</summary>
    private static readonly Dictionary<string, (string Column, string Type)> Ranks = new() { ["AgendaAt"] = ("agenda_at", "DateTime"), ["Position"] = ("position", "Int"), ["FirstKey"] = ("number", "Int") };

    /// <summary>Other lists are in alphabetical order when they have names.</summary>
    private IReadOnlyList<ColumnBinding> Order(ObjectType type, MappedEntity entity)
    {
        if (Ranks.FirstOrDefault(rank => entity.Columns.ContainsKey(rank.Key)).Value is { Column: not null } rank)
            return [new ColumnBinding(rank.Column, new NonNullType(schema.FindType(rank.Type)!))];
        return Names.FirstOrDefault(name => type.Fields.Find(name) is not null) is { } found
            ? [new ColumnBinding(entity.Columns[PascalCase(found)], type.Fields.Find(found)!.Type)]
            : [];
    }

    public FieldBinding? Field(SchemaCatalog catalog, RowBinding row, OutputField field)
    {
        if (entities.Find(row.Name) is not { } entity)
            return null;
        var name = PascalCase(field.Name);
        if (entity.Columns.TryGetValue(name, out var column))
            return field.Type.Named.Name.StartsWith("GeoJSON", StringComparison.Ordinal) ? new GeometryBinding(column) : new ColumnBinding(column, field.Type) { IsPlain = Plain.Contains(field.Name) };
        // Parts keep their columns in the owner's row behind a prefix, which the row's scope adds.
        if (entity.Parts.TryGetValue(name, out var columns))
            return new PartBinding(catalog.ObjectType(field.Type.Named.Name), $"{SnakeCase(name)}_", columns);
        if (entity.Collections.TryGetValue(name, out var join))
            return new ListBinding(catalog.Type(NodeType(field)), new Link(join.Column, join.ForeignColumn));
        return entity.References.TryGetValue(name, out var key) ? new ReferenceBinding(catalog.Type(field.Type.Named.Name), key) : null;
    }

    /// <summary>The type of a list's items: of the connection's nodes, or of the list itself.</summary>
    private static string NodeType(OutputField field) =>
        field.Type.Named is ObjectType connection && connection.Fields.Find("nodes") is { } nodes ? nodes.Type.Named.Name : field.Type.Named.Name;

    private static string PascalCase(string field) => char.ToUpperInvariant(field[0]) + field[1..];

    public static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
