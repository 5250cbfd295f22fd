using System.Text.Json;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Limits;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.Tests.Statements;

/// <summary>Compiles operations as the server does, to look at their statements.</summary>
internal sealed class Compiling
{
    private readonly DocumentStore _documents = new(SchemaCatalog.Build(SchemaFiles.Load(), EntityMap.Read()), new LimitSettings(), capacity: 1024 * 1024);

    public Statement Compile(string query, string variables)
    {
        var timer = new StageTimer();
        var document = _documents.Get(query, ref timer);
        var operation = document.Choose(null);
        return document.Statement(operation, document.Coerce(operation, JsonElement.Parse(variables)));
    }
}
