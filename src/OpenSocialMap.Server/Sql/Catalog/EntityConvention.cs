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
    private readonly ILookup<string, ITypeBase> _types = model.GetEntityTypes().SelectMany(WithParts).ToLookup(t => t.ClrType.Name);

    private static IEnumerable<ITypeBase> WithParts(IEntityType entity) => [entity, .. entity.GetComplexProperties().Select(p => p.ComplexType)];

    public RowBinding? Rows(CompositeType type)
    {
        if (type is not ObjectType o || _types[type.Name].FirstOrDefault() is not { } kept)
            return null;
        return new ObjectBinding(o, IsPart(kept) ? "" : $"api.{SnakeCase(type.Name)}") { DefaultOrder = Order(o) };
    }

    private static bool IsPart(ITypeBase type) => type is IComplexType || type is IEntityType entity && entity.IsOwned();

    private static readonly string[] Names = ["name", "title", "timePeriod"];

    /// <summary>Lists are in alphabetical order when they have names.</summary>
    private static IReadOnlyList<string> Order(ObjectType type) =>
        Names.FirstOrDefault(name => type.Fields.Find(name) is not null) is { } found ? [found] : [];

    public FieldBinding? Field(SchemaCatalog catalog, RowBinding row, OutputField field)
    {
        if (_types[row.Name].FirstOrDefault() is not { } kept)
            return null;
        var name = PascalCase(field.Name);
        if (kept.FindProperty(name) is { } property)
            return Column(property, kept, field);
        if (kept.FindComplexProperty(name) is { } part)
            return Part(catalog, field, part.Name, part.ComplexType.GetProperties());
        if ((kept as IEntityType)?.FindNavigation(name) is not { } navigation)
            return null;
        if (navigation.TargetEntityType.IsOwned())
            return Part(catalog, field, navigation.Name, navigation.TargetEntityType.GetProperties().Where(p => !p.IsPrimaryKey()));
        if (navigation.IsCollection)
            return new ListBinding(catalog.Type(NodeType(field)), Link(navigation.ForeignKey));
        return new ReferenceBinding(catalog.Type(field.Type.Named.Name), ColumnOf(navigation.ForeignKey.Properties[0], kept));
    }

    private static FieldBinding Column(IProperty property, ITypeBase kept, OutputField field)
    {
        var column = ColumnOf(property, kept);
        return field.Type.Named.Name.StartsWith("GeoJSON", StringComparison.Ordinal) ? new GeometryBinding(column) : new ColumnBinding(column, field.Type);
    }

    /// <summary>Parts keep their columns in the owner's row behind a prefix, which the row's scope adds.</summary>
    private static string ColumnOf(IProperty property, ITypeBase kept)
    {
        var column = property.GetColumnName();
        return Prefix(kept) is { } prefix && column.StartsWith(prefix, StringComparison.Ordinal) ? column[prefix.Length..] : column;
    }

    private static string? Prefix(ITypeBase kept) => kept switch
    {
        IComplexType part => Prefix(part.ComplexProperty.Name),
        IEntityType entity when entity.FindOwnership()?.PrincipalToDependent is { } navigation => Prefix(navigation.Name),
        _ => null,
    };

    private static string Prefix(string name) => SnakeCase(name) + "_";

    private static PartBinding Part(SchemaCatalog catalog, OutputField field, string name, IEnumerable<IProperty> properties) =>
        new(catalog.ObjectType(field.Type.Named.Name), Prefix(name), [.. properties.Where(p => p.IsNullable).Select(p => p.GetColumnName())]);

    private static Link Link(IForeignKey key) =>
        new(key.PrincipalKey.Properties[0].GetColumnName(), key.Properties[0].GetColumnName());

    /// <summary>The type of a list's items: of the connection's nodes, or of the list itself.</summary>
    private static string NodeType(OutputField field) =>
        field.Type.Named is ObjectType connection && connection.Fields.Find("nodes") is { } nodes ? nodes.Type.Named.Name : field.Type.Named.Name;

    private static string PascalCase(string field) => char.ToUpperInvariant(field[0]) + field[1..];

    public static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
