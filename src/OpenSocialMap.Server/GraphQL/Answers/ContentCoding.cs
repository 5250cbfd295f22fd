using System.Collections.Concurrent;
using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace OpenSocialMap.Server.GraphQL.Answers;

/// <summary>A way to compress what is sent. https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1</summary>
internal sealed record ContentCoding(string Name, Func<Stream, Stream> Compressor)
{
    public static readonly ContentCoding Brotli = new("br", to => new BrotliStream(to, new BrotliCompressionOptions { Quality = 5 }, leaveOpen: true));
    public static readonly ContentCoding Gzip = new("gzip", to => new GZipStream(to, CompressionLevel.Optimal, leaveOpen: true));

    private const int MaxRemembered = 100;
    private static readonly ConcurrentDictionary<string, ContentCoding?> Negotiated = new(StringComparer.Ordinal);

    /// <summary>The coding that a client likes best; null when that is none. https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3</summary>
    public static ContentCoding? Negotiate(StringValues acceptEncoding)
    {
        if (acceptEncoding.Count == 0)
            return null;
        var header = acceptEncoding.ToString();
        if (Negotiated.TryGetValue(header, out var known))
            return known;
        var coding = Choose(acceptEncoding);
        // Browsers send a handful of different headers; whoever makes up new ones gets no room for them.
        if (Negotiated.Count < MaxRemembered)
            Negotiated.TryAdd(header, coding);
        return coding;
    }

    private static ContentCoding? Choose(StringValues acceptEncoding)
    {
        if (!StringWithQualityHeaderValue.TryParseList(acceptEncoding, out var accepted))
            return null;
        // Of those that it likes alike, the one that compresses better.
        var coding = Quality(accepted, Gzip.Name) > Quality(accepted, Brotli.Name) ? Gzip : Brotli;
        var quality = Quality(accepted, coding.Name);
        return quality > 0 && quality >= Quality(accepted, "identity") ? coding : null;
    }

    private static double Quality(IList<StringWithQualityHeaderValue> accepted, string name) =>
        (accepted.FirstOrDefault(a => a.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? accepted.FirstOrDefault(a => a.Value == "*")) is { } found
            ? found.Quality ?? 1
            : 0;
}
