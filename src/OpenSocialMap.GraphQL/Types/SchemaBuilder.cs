using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types.SchemaValidation;

namespace OpenSocialMap.GraphQL.Types;

/// <summary>Makes the schema from SDL: merges the documents, checks every rule of the type system, and only then builds the types.</summary>
public static class SchemaBuilder
{
    /// <summary>
    /// Reads the documents as one schema. <paramref name="scalars"/> says how each custom scalar reads its input.
    /// Throws <see cref="GraphQLException"/> with everything that is wrong, each error with the file, line and column in its hint.
    /// </summary>
    public static Schema Build(IReadOnlyList<Document> documents, IReadOnlyDictionary<string, ScalarCoercion> scalars)
    {
        var sdl = new MergedSdl(documents, BuiltInTypes.Sdl);
        var errors = SchemaValidator.Validate(documents, sdl, scalars);
        if (errors.Count > 0) throw new GraphQLException(errors);

        var factory = new TypeFactory(sdl, scalars, BuiltInTypes.Types);
        return new Schema([.. factory.Types, .. BuiltInTypes.Types], [.. factory.Directives, .. BuiltInTypes.Directives])
        {
            Description = sdl.SchemaDefinition?.Description?.Value,
            AppliedDirectives = [.. sdl.SchemaParts.SelectMany(s => s.Directives)],
            Query = Root(OperationKind.Query)!,
            Mutation = Root(OperationKind.Mutation),
            Subscription = Root(OperationKind.Subscription),
        };

        ObjectType? Root(OperationKind kind) => sdl.RootName(kind) is { } name ? (ObjectType)factory.Find(name) : null;
    }
}
