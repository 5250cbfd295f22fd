using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace OpenSocialMap.Server.Tests.Fuzz;

/// <summary>What comes back over a bare connection for bytes that may be no HTTP at all.</summary>
internal static class RawAnswer
{
    // After so long without a byte, the server is waiting for the rest of the request.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Sends the bytes and reads until the server has no more to say; fails when it never ends.</summary>
    public static async Task<byte[]> ForAsync(byte[] request, int port)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port);
        using var answer = new MemoryStream();
        try
        {
            await socket.SendAsync(request);
            var reading = ReadAsync(socket, answer);
            if (await Task.WhenAny(reading, Task.Delay(Pause)) != reading)
            {
                await Task.WhenAny(reading, Task.Delay(Pause * 3));
                socket.Shutdown(SocketShutdown.Send);
            }
            await reading.WaitAsync(Patience);
        }
        catch (SocketException)
        {
            // The server may close the door on what is no HTTP before it was sent to the end.
        }
        return answer.ToArray();
    }

    /// <summary>Whoever is answered is answered well: never by a fault of ours, and by what the headers say it is.</summary>
    public static void Check(byte[] answer)
    {
        if (answer.Length == 0)
            return;
        var head = Head(answer, out var start);
        Assert.StartsWith("HTTP/1.", head, StringComparison.Ordinal);
        var status = int.Parse(head.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture);
        // 501 and 505 are said of HTTP that nobody knows.
        Assert.True(status is < 500 or 501 or 505, head);
        if (!head.Contains("+json", StringComparison.OrdinalIgnoreCase) && !head.Contains("Content-Type: application/json", StringComparison.OrdinalIgnoreCase))
            return;
        var body = Plain(answer[start..], head);
        if (body.Length == 0)
            return;
        var json = JsonElement.Parse(body);
        Assert.DoesNotContain("INTERNAL_SERVER_ERROR", json.GetRawText(), StringComparison.Ordinal);
    }

    private static async Task ReadAsync(Socket socket, MemoryStream answer)
    {
        var buffer = new byte[64 * 1024];
        while (await socket.ReceiveAsync(buffer) is > 0 and var count)
            answer.Write(buffer, 0, count);
    }

    private static string Head(byte[] answer, out int bodyStart)
    {
        var end = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        bodyStart = end < 0 ? answer.Length : end + 4;
        return Encoding.Latin1.GetString(answer, 0, bodyStart);
    }

    private static byte[] Plain(byte[] body, string head)
    {
        if (head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
            body = Unchunked(body);
        using var coded = new MemoryStream(body);
        using Stream plain = head.Contains("Content-Encoding: br", StringComparison.OrdinalIgnoreCase) ? new BrotliStream(coded, CompressionMode.Decompress)
            : head.Contains("Content-Encoding: gzip", StringComparison.OrdinalIgnoreCase) ? new GZipStream(coded, CompressionMode.Decompress) : coded;
        using var read = new MemoryStream();
        plain.CopyTo(read);
        return read.ToArray();
    }

    private static byte[] Unchunked(byte[] body)
    {
        var whole = new List<byte>();
        var at = 0;
        while (body.AsSpan(at).IndexOf("\r\n"u8) is >= 0 and var line
            && Convert.ToInt32(Encoding.ASCII.GetString(body, at, line), 16) is > 0 and var length)
        {
            whole.AddRange(body.AsSpan(at + line + 2, length));
            at += line + 2 + length + 2;
        }
        return [.. whole];
    }
}
