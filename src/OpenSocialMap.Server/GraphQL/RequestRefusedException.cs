using OpenSocialMap.GraphQL;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>The HTTP request is not a GraphQL request; the status says in what way.</summary>
internal sealed class RequestRefusedException(int status, string message, string code = ErrorCodes.Request) : Exception(message)
{
    public int Status => status;
    public GraphQLError Error => new(Message, code);
}
