using System.Diagnostics;
using Npgsql;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.Hosting;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>What a client is told of a failure: its own fault in full; of ours a trace id, and the log gets the rest.</summary>
internal static class ServerFault
{
    public static IReadOnlyList<GraphQLError> Explain(Exception failure, ILogger log, string? trace = null)
    {
        if (failure is GraphQLException refused)
            return refused.Errors;
        trace = Activity.Current?.TraceId.ToString() ?? trace ?? ActivityTraceId.CreateRandom().ToString();
        log.RequestFailed(failure, trace);
        return
        [
            failure is NpgsqlException { IsTransient: true }
                ? new GraphQLError("The database can't be reached just now. Try again in a few seconds.", ErrorCodes.Overloaded)
                : new GraphQLError($"The server failed. Its operators find out why by this trace id: {trace}.", ErrorCodes.Internal),
        ];
    }
}
