namespace OpenSocialMap.GraphQL;

/// <summary>Every <c>extensions.code</c> that a response can carry. Codes are part of the contract: none is renamed.</summary>
public static class ErrorCodes
{
    /// <summary>The document is not GraphQL. HTTP 400.</summary>
    public const string Syntax = "GRAPHQL_PARSE_FAILED";

    /// <summary>The document is GraphQL, but not for this schema. HTTP 400.</summary>
    public const string Validation = "GRAPHQL_VALIDATION_FAILED";

    /// <summary>A variable is missing or has the wrong shape. HTTP 400.</summary>
    public const string Variables = "BAD_VARIABLES";

    /// <summary>An argument has the right type and an impossible value: an unknown slug, a ring that crosses itself. HTTP 200 with data null.</summary>
    public const string BadInput = "BAD_USER_INPUT";

    /// <summary>A slug, code or id that names nothing here. HTTP 200 with null in its place.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>The request asks for more than a published limit allows. HTTP 400.</summary>
    public const string Limit = "LIMIT_EXCEEDED";

    /// <summary>The operation name is missing or unknown, or the operation is of a kind that this request can't carry. HTTP 400 or 405.</summary>
    public const string Operation = "OPERATION_RESOLUTION_FAILURE";

    /// <summary>The HTTP request is not a GraphQL request: no query, wrong media type, broken JSON. HTTP 400, 406, 413 or 415.</summary>
    public const string Request = "BAD_REQUEST";

    /// <summary>No trusted document has this id. HTTP 400.</summary>
    public const string DocumentNotFound = "DOCUMENT_NOT_FOUND";

    /// <summary>The server runs trusted documents only, and this is none. HTTP 400.</summary>
    public const string DocumentNotTrusted = "DOCUMENT_NOT_TRUSTED";

    /// <summary>No client has sent the text of this hash of late; send both together once. HTTP 400.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>The server doesn't take texts to keep; it runs trusted documents only. HTTP 400.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The client asked more in a minute than is its share, or has too much waiting. HTTP 429, with Retry-After.</summary>
    public const string RateLimited = "RATE_LIMITED";

    /// <summary>The answer took longer than the published limit. HTTP 200 or 503.</summary>
    public const string Timeout = "TIMEOUT";

    /// <summary>The server has no room for another request now. HTTP 503.</summary>
    public const string Overloaded = "OVERLOADED";

    /// <summary>The server failed; the trace id tells its operators where. HTTP 500.</summary>
    public const string Internal = "INTERNAL_SERVER_ERROR";
}
