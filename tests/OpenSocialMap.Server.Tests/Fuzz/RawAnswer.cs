using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Fuzz;

/// <summary>What comes back over a bare connection for bytes that may be no HTTP at all.</summary>
internal static partial class RawAnswer
{
    /// <summary>After so long the server is most likely waiting for the rest of the request.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>After so long it surely is: a request that is answered is not closed too early.</summary>
    public static readonly TimeSpan LongPause = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Sends the bytes and reads until the server has no more to say; fails when it never ends.</summary>
    public static async Task<byte[]> ForAsync(byte[] request, int port, TimeSpan? pause = null)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port);
        using var answer = new MemoryStream();
        try
        {
            await socket.SendAsync(request);
            var reading = ReadAsync(socket, answer);
            if (await Task.WhenAny(reading, Task.Delay(pause ?? Pause)) != reading)
            {
                await Task.WhenAny(reading, Task.Delay(3 * (pause ?? Pause)));
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
    public static void Check(byte[] answers)
    {
        // Spoiled bytes may be two requests, or one and the beginning of another.
        while (answers.Length > 0)
            answers = answers[CheckFirst(answers)..];
    }

    private static int CheckFirst(byte[] answers)
    {
        var start = answers.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        Assert.True(start > 3, "The answer has no end of its head.");
        var head = Encoding.Latin1.GetString(answers, 0, start);
        Assert.StartsWith("HTTP/1.", head, StringComparison.Ordinal);
        var status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
        // 501 and 505 are said of HTTP that nobody knows.
        Assert.True(status is < 500 or 501 or 505, head);
        var (body, end) = Body(answers, start, head);
        if (body.Length > 0 && (head.Contains("+json", StringComparison.OrdinalIgnoreCase) || head.Contains("Content-Type: application/json", StringComparison.OrdinalIgnoreCase)))
            Assert.DoesNotContain("INTERNAL_SERVER_ERROR", JsonElement.Parse(Plain(body, head)).GetRawText(), StringComparison.Ordinal);
        return end;
    }

    private static (byte[] Body, int End) Body(byte[] answers, int start, string head)
    {
        // The answer to HEAD has a length and no body.
        if (start == answers.Length || answers.AsSpan(start).StartsWith("HTTP/1."u8))
            return ([], start);
        if (head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase))
            return Unchunked(answers, start);
        var end = Length().Match(head) is { Success: true } length ? start + int.Parse(length.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : answers.Length;
        return (answers[start..end], end);
    }

    private static async Task ReadAsync(Socket socket, MemoryStream answer)
    {
        var buffer = new byte[64 * 1024];
        while (await socket.ReceiveAsync(buffer) is > 0 and var count)
            answer.Write(buffer, 0, count);
    }

    private static byte[] Plain(byte[] body, string head)
    {
        using var coded = new MemoryStream(body);
        using var plain = coded.Decoded(Coding().Match(head) is { Success: true } coding ? coding.Groups[1].Value : null);
        using var read = new MemoryStream();
        plain.CopyTo(read);
        return read.ToArray();
    }

    private static (byte[] Body, int End) Unchunked(byte[] answers, int at)
    {
        var whole = new List<byte>();
        while (true)
        {
            var line = answers.AsSpan(at).IndexOf("\r\n"u8);
            Assert.True(line > 0, "The last chunk is missing.");
            var length = Convert.ToInt32(Encoding.ASCII.GetString(answers, at, line), 16);
            at += line + 2;
            whole.AddRange(answers.AsSpan(at, length));
            at += length + 2;
            if (length == 0)
                return ([.. whole], at);
        }
    }

    [GeneratedRegex(@"^Content-Length: (\d+)\r$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Length();

    [GeneratedRegex(@"^Content-Encoding: (\S+)\r$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Coding();
}
