using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>One operation with the values of one request, ready to be run as often as need be.</summary>
/// <param name="Given">The variables as the client wrote them: equal texts are equal variables.</param>
/// <param name="Client">Who asked for it first.</param>
internal sealed record OpenOperation(PreparedDocument Document, OperationDefinition Definition, CoercedVariables Variables, string Given, string BaseUrl, Client Client)
{
    public bool IsSubscription => Definition.Kind == OperationKind.Subscription;

    /// <summary>Whether it stays open after its first answer.</summary>
    public bool Stays => IsSubscription || IsLive(Definition);

    /// <summary>About what it keeps in memory as long as it is open.</summary>
    public long Bytes => Document.Bytes + sizeof(char) * ((long)Document.Text.Length + Given.Length);

    public Statement Statement => Document.Statement(Definition, Variables);

    public ParameterSource Source(ChangeEvent? about = null) => new(Variables, BaseUrl, about);

    /// <summary>Subscribers whose operations have the same key get the same answers.</summary>
    public OperationKey Key => new(Document.Text, Definition.Name?.Value, Given, BaseUrl);

    public static bool IsLive(OperationDefinition operation) =>
        operation.Kind == OperationKind.Query && operation.Directives.Any(directive => directive.Name.Value == "live");
}

/// <summary>What makes two operations one to follow: documents are read more than once, so their texts tell and not their nodes.</summary>
internal readonly record struct OperationKey(string Document, string? Name, string Given, string BaseUrl);
