using System.Text.Json;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>What a client asks, whichever way it came. https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters</summary>
/// <param name="Query">The document's text; null when the document is named instead.</param>
/// <param name="DocumentId">The name of a trusted document.</param>
/// <param name="Hash">The document's SHA-256 in hexadecimal, as automatic persisted queries send it with or instead of the text.</param>
/// <param name="Variables">A JSON object, or nothing.</param>
public readonly record struct GraphQLRequest(string? Query, string? DocumentId, string? Hash, string? OperationName, JsonElement Variables);
