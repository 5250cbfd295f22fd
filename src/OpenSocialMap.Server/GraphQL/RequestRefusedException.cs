using OpenSocialMap.GraphQL;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>The HTTP request is not a GraphQL request; the status says in what way.</summary>
internal sealed class RequestRefusedException(int status, GraphQLError error) : Exception(error.Message)
{
    public RequestRefusedException(int status, string message) : this(status, new GraphQLError(message, ErrorCodes.Request)) { }

    public int Status => status;
    public GraphQLError Error => error;
}
