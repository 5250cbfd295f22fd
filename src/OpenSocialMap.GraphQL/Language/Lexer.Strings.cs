using System.Text;

namespace OpenSocialMap.GraphQL.Language;

// Strings, https://spec.graphql.org/September2025/#sec-String-Value
internal ref partial struct Lexer
{
    /// <summary>What a string token says: escapes resolved, a block string's indentation removed.</summary>
    public readonly string StringText(Token token)
    {
        if (token.Kind == TokenKind.BlockString)
        {
            var raw = Encoding.UTF8.GetString(_body[(token.Start + 3)..(token.End - 3)]);
            return Language.BlockString.Dedent(raw.Replace("\\\"\"\"", "\"\"\""));
        }
        var (start, end) = (token.Start + 1, token.End - 1);
        var escape = _body[start..end].IndexOf((byte)'\\');
        if (escape < 0)
        {
            return Encoding.UTF8.GetString(_body[start..end]);
        }
        var text = new StringBuilder(end - start);
        while (escape >= 0)
        {
            text.Append(Encoding.UTF8.GetString(_body.Slice(start, escape)));
            start += escape;
            text.Append(Escape(start, out var length).ToString());
            start += length;
            escape = _body[start..end].IndexOf((byte)'\\');
        }
        return text.Append(Encoding.UTF8.GetString(_body[start..end])).ToString();
    }

    private Token String()
    {
        var end = _position + 1;
        while (ByteAt(end) is not (-1 or '\n' or '\r'))
        {
            switch (ByteAt(end))
            {
                case '"':
                    return Take(TokenKind.String, end + 1);
                case '\\':
                    Escape(end, out var length);
                    end += length;
                    break;
                default:
                    end++;
                    break;
            }
        }
        throw Error(end, "Unterminated string.");
    }

    private Token BlockString()
    {
        var end = _position + 3;
        while (end < _body.Length)
        {
            if (StartsWith(end, "\"\"\""u8))
            {
                return Take(TokenKind.BlockString, end + 3);
            }
            end += StartsWith(end, "\\\"\"\""u8) ? 4 : 1;
        }
        throw Error(end, "Unterminated string.");
    }

    // https://spec.graphql.org/September2025/#EscapedCharacter
    private readonly Rune Escape(int start, out int length)
    {
        if (ByteAt(start + 1) == 'u')
        {
            return ByteAt(start + 2) == '{' ? BracedEscape(start, out length) : FixedEscape(start, out length);
        }
        length = 2;
        return ByteAt(start + 1) switch
        {
            '"' => new Rune('"'),
            '\\' => new Rune('\\'),
            '/' => new Rune('/'),
            'b' => new Rune('\b'),
            'f' => new Rune('\f'),
            'n' => new Rune('\n'),
            'r' => new Rune('\r'),
            't' => new Rune('\t'),
            _ => throw Error(start, $"Invalid character escape sequence: \"{Excerpt(start, 2)}\"."),
        };
    }

    /// <summary>Reads <c>\u{1F600}</c>, with at most eight digits.</summary>
    private readonly Rune BracedEscape(int start, out int length)
    {
        const int Longest = 12;
        var value = 0;
        length = 3;
        while (length < Longest && value >= 0)
        {
            var next = ByteAt(start + length++);
            if (next == '}')
            {
                if (length > 4 && Rune.TryCreate(value, out var rune))
                {
                    return rune;
                }
                break;
            }
            value = (value << 4) | HexDigit(next);
        }
        throw Error(start, $"Invalid Unicode escape sequence: \"{Excerpt(start, length)}\".");
    }

    /// <summary>Reads <c>\u00E9</c>, or two of them when they form a surrogate pair.</summary>
    private readonly Rune FixedEscape(int start, out int length)
    {
        length = 6;
        var value = FourHexDigits(start + 2);
        if (Rune.TryCreate(value, out var rune))
        {
            return rune;
        }
        if (value >= 0 && ByteAt(start + 6) == '\\' && ByteAt(start + 7) == 'u' && FourHexDigits(start + 8) is >= 0 and var second
            && Rune.TryCreate((char)value, (char)second, out rune))
        {
            length = 12;
            return rune;
        }
        throw Error(start, $"Invalid Unicode escape sequence: \"{Excerpt(start, 6)}\".");
    }

    /// <summary>The value of four hexadecimal digits, negative when one of them isn't.</summary>
    private readonly int FourHexDigits(int start) =>
        (HexDigit(ByteAt(start)) << 12) | (HexDigit(ByteAt(start + 1)) << 8)
        | (HexDigit(ByteAt(start + 2)) << 4) | HexDigit(ByteAt(start + 3));

    private static int HexDigit(int value) => value switch
    {
        >= '0' and <= '9' => value - '0',
        >= 'A' and <= 'F' => value - 'A' + 10,
        >= 'a' and <= 'f' => value - 'a' + 10,
        _ => -1,
    };

    /// <summary>At most this many UTF-16 code units of the source, never half a character.</summary>
    private readonly string Excerpt(int start, int codeUnits)
    {
        var text = Encoding.UTF8.GetString(_body.Slice(start, Math.Min(4 * codeUnits, _body.Length - start)));
        text = text[..Math.Min(codeUnits, text.Length)];
        return char.IsHighSurrogate(text[^1]) ? text[..^1] : text;
    }
}
