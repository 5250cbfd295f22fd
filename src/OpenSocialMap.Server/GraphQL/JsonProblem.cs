using System.Text;
using System.Text.Json;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>Where a text stops being JSON and what stands there, in words for who wrote it; the reader's own are about its options.</summary>
internal static class JsonProblem
{
    public static string Of(ReadOnlySpan<byte> text, JsonException problem)
    {
        var lines = (int)(problem.LineNumber ?? 0);
        var start = 0;
        for (var passed = 0; passed < lines; passed++)
            start += text[start..].IndexOf((byte)'\n') + 1;
        var at = Math.Min(text.Length, start + (int)(problem.BytePositionInLine ?? 0));
        return $"in line {lines + 1}, at position {Encoding.UTF8.GetCharCount(text[start..at]) + 1}, {What(text[..at], text[at..])}";
    }

    private static string What(ReadOnlySpan<byte> before, ReadOnlySpan<byte> rest) => rest switch
    {
        [] => "it ends before it is complete.",
        [(byte)'}' or (byte)']', ..] when before.TrimEnd(" \t\r\n"u8) is [.., (byte)','] => "a comma stands before the closing bracket.",
        [(byte)'\'', ..] => "there is a single quote, and JSON knows only double ones.",
        [< (byte)' ', ..] => "there is a line break or other control character, which a string holds as an escape such as \\n.",
        _ => $"there is \"{First(rest)}\", which can't stand there.",
    };

    private static Rune First(ReadOnlySpan<byte> text)
    {
        Rune.DecodeFromUtf8(text, out var first, out _);
        return first;
    }
}
