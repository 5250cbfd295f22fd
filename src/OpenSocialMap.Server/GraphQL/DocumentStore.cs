using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Validation;
using OpenSocialMap.Server.Limits;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>The documents of late, parsed and validated once. Documents with errors are remembered too, so that repeating one costs nothing.</summary>
/// <param name="capacity">How many bytes they and their statements may take, about half of it each.</param>
public sealed class DocumentStore(SchemaCatalog catalog, LimitSettings limits, long capacity)
{
    // Two generations share the room.
    private readonly StatementStore _statements = new(capacity / 4);
    private readonly RecentCache<string, PreparedDocument> _documents = new(capacity / 4, (text, document) => 2L * text.Length + document.Bytes);

    /// <exception cref="GraphQLException">The document is not GraphQL, or not for this schema.</exception>
    public PreparedDocument Get(string text, ref StageTimer timer)
    {
        var document = _documents.GetOrAdd(text, this, static (text, store) => store.Prepare(text));
        timer.Mark(Stage.Validate);
        return document.Errors.Count == 0 ? document : throw new GraphQLException(document.Errors);
    }

    private PreparedDocument Prepare(string text)
    {
        try
        {
            var document = Parser.Parse(new Source(text), limits.Document);
            var tooLarge = OperationLimitCheck.Check(document, limits.Operation);
            return tooLarge.Count > 0
                ? new PreparedDocument(catalog, limits, _statements, text, null, tooLarge)
                : new PreparedDocument(catalog, limits, _statements, text, document, Validator.Validate(catalog.Schema, document));
        }
        catch (GraphQLException failure)
        {
            return new PreparedDocument(catalog, limits, _statements, text, null, failure.Errors);
        }
    }
}
