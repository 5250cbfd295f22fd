using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Cost;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.GraphQL.Scalars;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>The public schema as it stands in the folder <c>schema</c>, beside the server.</summary>
public static class SchemaFiles
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "schema");

    /// <exception cref="GraphQLException">The schema is no valid one, or its costs make no sense.</exception>
    public static Schema Load()
    {
        var schema = SchemaBuilder.Build([.. Directory.GetFiles(Folder, "*.graphql").Order(StringComparer.Ordinal).Select(Parse)], SocialMapScalars.All);
        return CostRules.Check(schema) is { Count: > 0 } errors ? throw new GraphQLException(errors) : schema;
    }

    private static Document Parse(string path) =>
        Parser.Parse(new Source(File.ReadAllBytes(path), Path.GetFileName(path)), ParserLimits.Trusted);
}
