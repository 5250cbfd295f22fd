using OpenSocialMap.Data.Model;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Sql.Catalog;

/// <summary>
/// The public schema bound to the database, field by field. The schema says what, the entity model says where, and the few things that
/// no convention can bind are in <see cref="ExplicitBindings"/>. Building it fails when a field is bound to nothing.
/// </summary>
public sealed class SchemaCatalog
{
    private readonly Dictionary<string, RowBinding> _types = [];

    private SchemaCatalog(Schema schema) => Schema = schema;

    public Schema Schema { get; }

    /// <summary>The fields of the root.</summary>
    public IReadOnlyDictionary<string, FieldBinding> Query { get; private set; } = new Dictionary<string, FieldBinding>();

    /// <summary>The fields of the root of subscriptions.</summary>
    public IReadOnlyDictionary<string, FieldBinding> Subscription { get; private set; } = new Dictionary<string, FieldBinding>();

    public SchemaType Int => Schema.FindType("Int")!;
    public SchemaType Float => Schema.FindType("Float")!;
    public SchemaType Text => Schema.FindType("String")!;
    public SchemaType Id => Schema.FindType("ID")!;

    public RowBinding Type(string name) => _types[name];

    public ObjectBinding ObjectType(string name) => (ObjectBinding)_types[name];

    /// <exception cref="UnboundSchemaException">Fields are bound to nothing; it names them all.</exception>
    public static SchemaCatalog Build(Schema schema, EntityMap entities)
    {
        var catalog = new SchemaCatalog(schema);
        var convention = new EntityConvention(schema, entities);
        foreach (var type in schema.Types.OfType<CompositeType>().Where(t => !IsStructure(t)).OrderBy(t => t.IsAbstract))
            catalog._types.Add(type.Name, convention.Rows(type) ?? ExplicitBindings.Rows(catalog, type));
        foreach (var row in catalog._types.Values.Where(row => row.Type is FieldsType))
            row.Fields = catalog.Bind((FieldsType)row.Type, field => convention.Field(catalog, row, field));
        catalog.Query = catalog.Bind(schema.Query, _ => null);
        if (schema.Subscription is { } subscription)
            catalog.Subscription = catalog.Bind(subscription, _ => null);
        catalog.RefuseUnbound();
        return catalog;
    }

    /// <summary>Types that the compiler knows by their shape: pages of lists, GeoJSON, the root, introspection.</summary>
    private static bool IsStructure(CompositeType type) =>
        type.IsIntrospection || type.Name is "Query" or "Subscription" or "PageInfo" or "Node" || type.Name.StartsWith("GeoJSON", StringComparison.Ordinal)
        || type.Name is "FacetValue" or "Cube" or "CubeHeader" or "CubeCell" || type.Name.EndsWith("Facets", StringComparison.Ordinal) || type.Name.EndsWith("Connection", StringComparison.Ordinal) || type.Name.EndsWith("Edge", StringComparison.Ordinal);

    private Dictionary<string, FieldBinding> Bind(FieldsType type, Func<OutputField, FieldBinding?> convention)
    {
        var bindings = new Dictionary<string, FieldBinding>();
        foreach (var field in type.Fields)
        {
            if ((ExplicitBindings.Field(this, type, field) ?? convention(field)) is { } binding)
                bindings.Add(field.Name, binding);
        }
        return bindings;
    }

    /// <summary>A field of an edge that belongs to the link between two records, such as a role.</summary>
    public FieldBinding EdgeField(ObjectType edge, OutputField field)
    {
        var column = ExplicitBindings.EdgeColumn(edge, field)!;
        return field.Type.Named is ObjectType part ? new PartBinding(ObjectType(part.Name), column, []) : new ColumnBinding(column, field.Type);
    }

    private void RefuseUnbound()
    {
        var unbound = _types.Values.Where(row => row.Type is FieldsType)
            .SelectMany(row => Missing((FieldsType)row.Type, row.Fields))
            .Concat(Missing(Schema.Query, Query))
            .Concat(Schema.Subscription is { } subscription ? Missing(subscription, Subscription) : [])
            .Concat(_types.Values.SelectMany(MissingInputs))
            .Concat(Schema.Types.OfType<ObjectType>().Where(t => t.Name.EndsWith("Connection", StringComparison.Ordinal)).SelectMany(MissingFacets))
            .Concat(Schema.Types.OfType<ObjectType>().Where(t => t.Name.EndsWith("Edge", StringComparison.Ordinal)).SelectMany(MissingEdge))
            .ToList();
        if (unbound.Count > 0)
            throw new UnboundSchemaException(unbound);
    }

    private static IEnumerable<string> Missing(FieldsType type, IReadOnlyDictionary<string, FieldBinding> bound) =>
        type.Fields.Where(field => !bound.ContainsKey(field.Name)).Select(field => $"{type.Name}.{field.Name}");

    /// <summary>Fields of a type's filter and order inputs that its own fields don't explain.</summary>
    private IEnumerable<string> MissingInputs(RowBinding row) =>
        from name in new[] { $"{row.Name}FilterInput", $"{row.Name}SortInput" }
        let input = Schema.FindType(name) as InputObjectType
        where input is not null
        from field in input.Fields
        where field.Name is not ("and" or "or" or "distance" or "shortcomings")
            && row.Fields.GetValueOrDefault(field.Name) is null or ExpressionBinding or LookupBinding
        select $"{name}.{field.Name}";

    private static IEnumerable<string> MissingFacets(ObjectType connection) =>
        from facet in (connection.Fields.Find("facets")?.Type.Named as ObjectType)?.Fields ?? FieldMap.Empty
        where Facet.Find(connection.Fields.Find("nodes")!.Type.Named.Name, facet.Name) is null
        select $"{connection.Name}.facets.{facet.Name}";

    private static IEnumerable<string> MissingEdge(ObjectType edge) =>
        edge.Fields.Where(f => f.Name is not ("cursor" or "node" or "distance") && ExplicitBindings.EdgeColumn(edge, f) is null).Select(f => $"{edge.Name}.{f.Name}");
}

/// <summary>The schema promises fields that nothing in the database answers.</summary>
public sealed class UnboundSchemaException(IReadOnlyList<string> fields)
    : Exception($"The schema has {fields.Count} field(s) that are bound to nothing: {string.Join(", ", fields)}. " +
        "Add the property to the entity of the same name, or bind the field in ExplicitBindings.")
{
    public IReadOnlyList<string> Fields { get; } = fields;
}
