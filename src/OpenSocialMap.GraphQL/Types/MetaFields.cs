namespace OpenSocialMap.GraphQL.Types;

/// <summary>
/// The fields that every schema has without defining them: <c>__typename</c> on any type, <c>__schema</c> and <c>__type</c> on the
/// query root. https://spec.graphql.org/September2025/#sec-Introspection
/// </summary>
public static class MetaFields
{
    private static readonly NonNullType NonNullString = new(BuiltInTypes.Find("String"));
    private static readonly OutputField SchemaAccess = new("__schema", new NonNullType(BuiltInTypes.Find("__Schema")), [])
    {
        Description = "The schema of this server.",
    };
    private static readonly OutputField TypeAccess = new("__type", BuiltInTypes.Find("__Type"), [new InputField("name", NonNullString)])
    {
        Description = "One type of the schema, by its name.",
    };

    public static OutputField Typename { get; } = new("__typename", NonNullString, [])
    {
        Description = "The name of the object type that this turned out to be.",
    };

    /// <summary>The same for every schema, as all share the introspection types.</summary>
    public static OutputField SchemaField(Schema _) => SchemaAccess;

    /// <summary>The same for every schema, as all share the introspection types.</summary>
    public static OutputField TypeField(Schema _) => TypeAccess;
}
