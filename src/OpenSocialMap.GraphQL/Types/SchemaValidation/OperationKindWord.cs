using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>The keyword of a kind of operation, as the language writes it.</summary>
internal static class OperationKindWord
{
    extension(OperationKind kind)
    {
        public string Word => kind switch
        {
            OperationKind.Query => "query",
            OperationKind.Mutation => "mutation",
            _ => "subscription",
        };
    }
}
