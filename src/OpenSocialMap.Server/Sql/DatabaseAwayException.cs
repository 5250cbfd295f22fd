using Npgsql;
using OpenSocialMap.GraphQL;

namespace OpenSocialMap.Server.Sql;

/// <summary>The database can't be reached now, or broke off twice.</summary>
public sealed class DatabaseAwayException(NpgsqlException reason) : Exception(reason.Message, reason)
{
    /// <summary>What the client is told.</summary>
    public GraphQLError Error => new("The database can't be reached just now. Try again in a few seconds.", ErrorCodes.Overloaded);
}
