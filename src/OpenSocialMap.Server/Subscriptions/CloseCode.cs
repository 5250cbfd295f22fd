using System.Net.WebSockets;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>Why a socket is closed. https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverWebSocket.md</summary>
internal static class CloseCode
{
    public const WebSocketCloseStatus GoingAway = WebSocketCloseStatus.EndpointUnavailable;
    public const WebSocketCloseStatus TooBig = WebSocketCloseStatus.MessageTooBig;
    public const WebSocketCloseStatus TooSlow = WebSocketCloseStatus.PolicyViolation;

    /// <summary>"Try again later": clients come again, after a while.</summary>
    public const WebSocketCloseStatus Overflow = (WebSocketCloseStatus)1013;

    public const WebSocketCloseStatus BadMessage = (WebSocketCloseStatus)4400;
    public const WebSocketCloseStatus NotInitialised = (WebSocketCloseStatus)4401;
    public const WebSocketCloseStatus NoSubprotocol = (WebSocketCloseStatus)4406;
    public const WebSocketCloseStatus InitialisationTimeout = (WebSocketCloseStatus)4408;
    public const WebSocketCloseStatus DuplicateId = (WebSocketCloseStatus)4409;
    public const WebSocketCloseStatus InitialisedTwice = (WebSocketCloseStatus)4429;

    /// <summary>The client did not answer a ping.</summary>
    public const WebSocketCloseStatus NoPong = (WebSocketCloseStatus)4499;
}

/// <summary>The client broke the protocol; the socket is closed for it.</summary>
internal sealed class SocketClosedException(WebSocketCloseStatus code, string reason) : Exception(reason)
{
    public WebSocketCloseStatus Code => code;
}
