using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Sql.Catalog;

/// <summary>
/// Binds by name: a type is the entity of its name and its view in schema <c>api</c>; field <c>openingHours</c> is property
/// <c>OpeningHours</c> and its column; an object is a reference or an owned part; a connection or list is a collection.
/// </summary>
internal sealed class EntityConvention(IModel model)
{
    private readonly ILookup<string, IEntityType> _entities = model.GetEntityTypes().ToLookup(e => e.ClrType.Name);

    public RowBinding? Rows(CompositeType type)
    {
        if (_entities[type.Name].FirstOrDefault() is not { } entity)
            return null;
        var from = entity.IsOwned() ? "" : $"api.{SnakeCase(type.Name)}";
        return type is ObjectType o ? new ObjectBinding(o, from) { DefaultOrder = Order(o) } : null;
    }

    /// <summary>Lists are in alphabetical order when they have names.</summary>
    private static IReadOnlyList<string> Order(ObjectType type) =>
        new[] { "name", "title", "timePeriod" }.FirstOrDefault(name => type.Fields.Find(name) is not null) is { } found ? [found] : [];

    public FieldBinding? Field(SchemaCatalog catalog, RowBinding row, OutputField field)
    {
        var name = PascalCase(field.Name);
        if (_entities[row.Name].FirstOrDefault() is not { } entity)
            return null;
        if (entity.FindProperty(name) is { } property)
            return Column(property, row, field);
        if (entity.FindNavigation(name) is not { } navigation)
            return null;
        if (navigation.TargetEntityType.IsOwned())
            return Part(catalog, navigation, field);
        if (navigation.IsCollection)
            return new ListBinding(catalog.Type(NodeType(field)), Link(navigation.ForeignKey));
        return new ReferenceBinding(catalog.Type(field.Type.Named.Name), ColumnOf(navigation.ForeignKey.Properties[0], row));
    }

    private static FieldBinding Column(IProperty property, RowBinding row, OutputField field)
    {
        var column = ColumnOf(property, row);
        return field.Type.Named.Name.StartsWith("GeoJSON", StringComparison.Ordinal) ? new GeometryBinding(column) : new ColumnBinding(column, field.Type);
    }

    /// <summary>Owned parts keep their columns in the owner's row behind a prefix, which the row's scope adds.</summary>
    private static string ColumnOf(IProperty property, RowBinding row)
    {
        var column = property.GetColumnName();
        return row.From.Length == 0 && property.DeclaringType is IEntityType { } owned && Prefix(owned) is { } prefix && column.StartsWith(prefix, StringComparison.Ordinal)
            ? column[prefix.Length..]
            : column;
    }

    private static string? Prefix(IEntityType owned) =>
        owned.FindOwnership()?.PrincipalToDependent is { } navigation ? SnakeCase(navigation.Name) + "_" : null;

    private static PartBinding Part(SchemaCatalog catalog, INavigation navigation, OutputField field)
    {
        var owned = navigation.TargetEntityType;
        string[] columns = [.. owned.GetProperties().Where(p => !p.IsPrimaryKey() && p.IsNullable).Select(p => p.GetColumnName())];
        return new PartBinding(catalog.ObjectType(field.Type.Named.Name), SnakeCase(navigation.Name) + "_", columns);
    }

    private static Link Link(IForeignKey key) =>
        new(key.PrincipalKey.Properties[0].GetColumnName(), key.Properties[0].GetColumnName());

    /// <summary>The type of a list's items: of the connection's nodes, or of the list itself.</summary>
    private static string NodeType(OutputField field) =>
        field.Type.Named is ObjectType connection && connection.Fields.Find("nodes") is { } nodes ? nodes.Type.Named.Name : field.Type.Named.Name;

    private static string PascalCase(string field) => char.ToUpperInvariant(field[0]) + field[1..];

    public static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
