using System.Text;
using OpenSocialMap.Server.Tests.RandomDocuments;

namespace OpenSocialMap.Server.Tests.Fuzz;

/// <summary>Spoils bytes as an attacker or a bad line would: a few places changed, cut, doubled, or replaced by what is known to hurt programs.</summary>
internal static class Mutation
{
    private static readonly byte[][] Hurtful =
    [
        .. new[]
        {
            "\0", "%00", "\r\n", "\r\n\r\n", "\n", "{", "}", "[", "]", "(", "\"", "\\", "\\u0000", "\\ud800", "\ud83d\ude00", "...", "@skip(if: $x)", "$", "!", "#",
            "null", "true", "-1", "0", "1e999", "-0.0", "99999999999999999999", "2147483648", "\"\"\"", "__schema { types { name } }", "__typename", "query", "subscription",
            "fragment F on Query { ...F }", "on", "%", "%2", "%ff%fe", "+", "&query=", "=", ";q=0", "*/*", "text/event-stream", "text/html", "chunked", "gzip", "identity",
            "Expect: 100-continue\r\n", "Connection: upgrade\r\nUpgrade: websocket\r\n", "Transfer-Encoding: chunked\r\n", "Content-Length: 0\r\n", "Accept: text/event-stream\r\n",
            "X-Forwarded-For: a, ::, 1.2.3.4.5\r\n", "X-Forwarded-Proto: javascript\r\n", "If-None-Match: W/\"\r\n", "Origin: null\r\n", "GraphQL-Cost: validate\r\n", "Accept-Encoding: br\r\n",
            "//", "/../", "?sdl", "?", "'", "'; drop table core.area; --", "$1", "$$", "\u202e", "\ufeff",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
        Encoding.UTF8.GetBytes(new string('[', 400)), Encoding.UTF8.GetBytes(new string('{', 400)), Encoding.UTF8.GetBytes(new string('a', 9_000)),
    ];

    public static byte[] Of(byte[] whole, Dice dice)
    {
        var bytes = whole.ToList();
        for (var changes = 1 + dice.Below(3); changes > 0; changes--)
            Change(bytes, dice);
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Dice dice)
    {
        var at = dice.Below(bytes.Count + 1);
        var length = Math.Min(dice.OneIn(4) ? dice.Below(200) : dice.Below(8), bytes.Count - at);
        switch (dice.Below(6))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)dice.Below(256);
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 3 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << dice.Below(8));
                break;
            case 4:
                bytes.RemoveRange(at, length);
                bytes.InsertRange(at, dice.Pick(Hurtful));
                break;
            default:
                bytes.InsertRange(at, dice.Pick(Hurtful));
                break;
        }
    }
}
