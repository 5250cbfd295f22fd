using System.Text;
using OpenSocialMap.Data.Model;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.GraphQL.Documents;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>What this server promises: its schema, where in the database each field is, and the documents that it trusts.</summary>
public sealed record Contract(Schema Schema, SchemaCatalog Catalog, TrustedDocuments TrustedDocuments)
{
    /// <summary>The schema as text, in UTF-8.</summary>
    public byte[] Sdl { get; } = Encoding.UTF8.GetBytes(SchemaPrinter.Print(Schema));

    /// <exception cref="GraphQLException">The schema is no valid one.</exception>
    /// <exception cref="UnboundSchemaException">The schema promises what the database doesn't have.</exception>
    /// <exception cref="StartupException">A trusted document can't be read.</exception>
    public static Contract Load(ServerSettings settings)
    {
        var schema = SchemaFiles.Load();
        return new(schema, SchemaCatalog.Build(schema, EntityMap.Read()), TrustedDocuments.Load(settings.TrustedDocuments));
    }
}
