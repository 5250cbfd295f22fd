using System.Buffers;
using System.IO.Pipelines;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>A request as it came, not yet looked into: the body of a POST or the query string of a GET. Dispose it when it has been parsed.</summary>
internal readonly struct RequestMessage(ReadOnlyMemory<byte> bytes, PipeReader? body, SequencePosition end) : IDisposable
{
    public ReadOnlyMemory<byte> Bytes => bytes;

    public bool IsBody => body is not null;

    public static RequestMessage OfQueryString(HttpRequest request) => new(System.Text.Encoding.UTF8.GetBytes(request.QueryString.Value ?? ""), null, default);

    /// <summary>The bytes stay where they were received, unless they came in pieces.</summary>
    public static RequestMessage OfBody(PipeReader body, ReadOnlySequence<byte> received) =>
        new(received.IsSingleSegment ? received.First : received.ToArray(), body, received.End);

    public void Dispose() => body?.AdvanceTo(end);
}
