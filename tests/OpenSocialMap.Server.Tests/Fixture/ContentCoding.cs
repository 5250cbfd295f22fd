using System.IO.Compression;
using System.Text;

namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>Reads bodies that came compressed.</summary>
internal static class ContentCoding
{
    /// <param name="coding">A name in Content-Encoding; null for a body that came as it is.</param>
    public static Stream Decoded(this Stream body, string? coding) => coding switch
    {
        "br" => new BrotliStream(body, CompressionMode.Decompress),
        "gzip" => new GZipStream(body, CompressionMode.Decompress),
        null => body,
        _ => throw new ArgumentException($"Nothing here reads {coding}.", nameof(coding)),
    };

    public static async Task<string> ReadDecodedAsync(this HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(body.Decoded(answer.Content.Headers.ContentEncoding.SingleOrDefault()), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
