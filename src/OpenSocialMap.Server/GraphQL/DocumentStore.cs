using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Validation;
using OpenSocialMap.Server.Limits;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>The documents of late, parsed and validated once. Documents with errors are remembered too, so that repeating one costs nothing.</summary>
public sealed class DocumentStore(SchemaCatalog catalog, LimitSettings limits)
{
    private const long CapacityInCharacters = 8 * 1024 * 1024;
    private const int Overhead = 1024;
    private readonly RecentCache<string, PreparedDocument> _documents = new(CapacityInCharacters, (text, _) => text.Length + Overhead);

    /// <exception cref="GraphQLException">The document is not GraphQL, or not for this schema.</exception>
    public PreparedDocument Get(string text, ref StageTimer timer)
    {
        var document = _documents.GetOrAdd(text, (catalog, limits), static (text, with) => Prepare(text, with.catalog, with.limits));
        timer.Mark(Stage.Validate);
        return document.Errors.Count == 0 ? document : throw new GraphQLException(document.Errors);
    }

    private static PreparedDocument Prepare(string text, SchemaCatalog catalog, LimitSettings limits)
    {
        try
        {
            var document = Parser.Parse(new Source(text), limits.Document);
            var tooLarge = OperationLimitCheck.Check(document, limits.Operation);
            return tooLarge.Count > 0
                ? new PreparedDocument(catalog, limits, null, tooLarge)
                : new PreparedDocument(catalog, limits, document, Validator.Validate(catalog.Schema, document));
        }
        catch (GraphQLException failure)
        {
            return new PreparedDocument(catalog, limits, null, failure.Errors);
        }
    }
}
