using System.Text.Json;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>What a client asks, whichever way it came. https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters</summary>
/// <param name="Variables">A JSON object, or nothing.</param>
public readonly record struct GraphQLRequest(string Query, string? OperationName, JsonElement Variables);
