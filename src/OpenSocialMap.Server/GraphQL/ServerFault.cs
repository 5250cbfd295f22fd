using System.Diagnostics;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Sql;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>What a client is told of a failure: its own fault in full; of ours a trace id, and the log gets the rest.</summary>
internal static class ServerFault
{
    public static IReadOnlyList<GraphQLError> Explain(Exception failure, ILogger log, string? trace = null)
    {
        switch (failure)
        {
            case GraphQLException refused:
                return refused.Errors;
            case DatabaseAwayException away:
                log.DatabaseAway(away.Message);
                return [away.Error];
            default:
                trace = Activity.Current?.TraceId.ToString() ?? trace ?? ActivityTraceId.CreateRandom().ToString();
                log.RequestFailed(failure, trace);
                return [new GraphQLError($"The server failed. Its operators find out why by this trace id: {trace}.", ErrorCodes.Internal)];
        }
    }
}
