using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.GraphQL.Scalars;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>The public schema as it stands in the folder <c>schema</c>, beside the server.</summary>
public static class SchemaFiles
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "schema");

    public static Schema Load() => SchemaBuilder.Build(
        [.. Directory.GetFiles(Folder, "*.graphql").Order(StringComparer.Ordinal).Select(Parse)], SocialMapScalars.All);

    private static Document Parse(string path) =>
        Parser.Parse(new Source(File.ReadAllBytes(path), Path.GetFileName(path)), ParserLimits.Trusted);
}
