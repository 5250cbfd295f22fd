using System.Buffers;

namespace OpenSocialMap.GraphQL.Language;

/// <summary>Cuts a GraphQL text into words and signs. It expects valid UTF-8, which the parser sees to.</summary>
internal ref partial struct Lexer(Source source)
{
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\n\r"u8);
    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private readonly Source _source = source;
    private readonly ReadOnlySpan<byte> _body = source.Body.Span;
    private int _position;

    public Token Next()
    {
        SkipIgnored();
        var start = _position;
        if (start == _body.Length)
        {
            return new Token(TokenKind.EndOfFile, start, start);
        }
        var first = _body[start];
        return first switch
        {
            (byte)'!' => Punctuator(TokenKind.Bang),
            (byte)'$' => Punctuator(TokenKind.Dollar),
            (byte)'&' => Punctuator(TokenKind.Ampersand),
            (byte)'(' => Punctuator(TokenKind.ParenLeft),
            (byte)')' => Punctuator(TokenKind.ParenRight),
            (byte)'.' when StartsWith(start, "..."u8) => Punctuator(TokenKind.Spread, length: 3),
            (byte)':' => Punctuator(TokenKind.Colon),
            (byte)'=' => Punctuator(TokenKind.Equals),
            (byte)'@' => Punctuator(TokenKind.At),
            (byte)'[' => Punctuator(TokenKind.BracketLeft),
            (byte)']' => Punctuator(TokenKind.BracketRight),
            (byte)'{' => Punctuator(TokenKind.BraceLeft),
            (byte)'|' => Punctuator(TokenKind.Pipe),
            (byte)'}' => Punctuator(TokenKind.BraceRight),
            (byte)'"' => StartsWith(start, "\"\"\""u8) ? BlockString() : String(),
            (byte)'-' or (>= (byte)'0' and <= (byte)'9') => Number(),
            _ when IsNameStart(first) => Name(),
            (byte)'\'' => throw Error(start, "Unexpected single quote character ('), did you mean to use a double quote (\")?"),
            _ => throw Error(start, $"Unexpected character: {CharacterAt(start)}."),
        };
    }

    /// <summary>The bytes of a token, quotes included.</summary>
    public readonly ReadOnlySpan<byte> Bytes(Token token) => _body[token.Start..token.End];

    // https://spec.graphql.org/September2025/#Ignored
    private void SkipIgnored()
    {
        while (_position < _body.Length)
        {
            switch (_body[_position])
            {
                case (byte)' ' or (byte)'\t' or (byte)',' or (byte)'\n' or (byte)'\r':
                    _position++;
                    break;
                case (byte)'#':
                    var lineEnd = _body[_position..].IndexOfAny(LineEnds);
                    _position = lineEnd < 0 ? _body.Length : _position + lineEnd;
                    break;
                case 0xEF when StartsWith(_position, "\uFEFF"u8):
                    _position += 3;
                    break;
                default:
                    return;
            }
        }
    }

    private Token Punctuator(TokenKind kind, int length = 1) => Take(kind, _position + length);

    // https://spec.graphql.org/September2025/#Name
    private Token Name()
    {
        var length = _body[_position..].IndexOfAnyExcept(NameBytes);
        return Take(TokenKind.Name, length < 0 ? _body.Length : _position + length);
    }

    // https://spec.graphql.org/September2025/#sec-Int-Value and #sec-Float-Value
    private Token Number()
    {
        var kind = TokenKind.Int;
        var end = ByteAt(_position) == '-' ? _position + 1 : _position;
        if (ByteAt(end) == '0')
        {
            end++;
            if (IsDigit(ByteAt(end)))
            {
                throw Error(end, $"Invalid number, unexpected digit after 0: {CharacterAt(end)}.");
            }
        }
        else
        {
            end = Digits(end);
        }
        if (ByteAt(end) == '.')
        {
            kind = TokenKind.Float;
            end = Digits(end + 1);
        }
        if (ByteAt(end) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            end = Digits(ByteAt(end + 1) is '+' or '-' ? end + 2 : end + 1);
        }
        if (ByteAt(end) == '.' || IsNameStart(ByteAt(end)))
        {
            throw Error(end, $"Invalid number, expected digit but got: {CharacterAt(end)}.");
        }
        return Take(kind, end);
    }

    private readonly int Digits(int start)
    {
        if (!IsDigit(ByteAt(start)))
        {
            throw Error(start, $"Invalid number, expected digit but got: {CharacterAt(start)}.");
        }
        var end = start + 1;
        while (IsDigit(ByteAt(end)))
        {
            end++;
        }
        return end;
    }

    private Token Take(TokenKind kind, int end)
    {
        var token = new Token(kind, _position, end);
        _position = end;
        return token;
    }

    /// <summary>The byte there, or -1 past the end.</summary>
    private readonly int ByteAt(int position) => position < _body.Length ? _body[position] : -1;

    private readonly bool StartsWith(int position, ReadOnlySpan<byte> bytes) => _body[position..].StartsWith(bytes);

    private static bool IsDigit(int value) => value is >= '0' and <= '9';

    private static bool IsNameStart(int value) => value is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    private readonly string CharacterAt(int position) => ParserErrors.Show(_source, position);

    private readonly GraphQLException Error(int position, string description) => ParserErrors.Syntax(_source, position, description);
}
