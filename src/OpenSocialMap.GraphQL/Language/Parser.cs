using System.Text;
using System.Text.Unicode;

namespace OpenSocialMap.GraphQL.Language;

/// <summary>
/// Reads a GraphQL text into a tree, one method for each production of the grammar. A text that is not GraphQL, or more of it than the
/// limits allow, ends in a <see cref="GraphQLException"/> with one error.
/// </summary>
public ref partial struct Parser
{
    private readonly Source _source;
    private readonly ParserLimits _limits;
    private Lexer _lexer;
    private Token _token;
    private int _lastEnd;
    private int _tokens;
    private int _depth;

    public static Document Parse(Source source, ParserLimits? limits = null) => new Parser(source, limits).ParseDocument();

    /// <summary>Reads a single value, in which variables may stand.</summary>
    public static ValueNode ParseValue(Source source, ParserLimits? limits = null)
    {
        var parser = new Parser(source, limits);
        var value = parser.ParseValueLiteral(isConst: false);
        parser.Expect(TokenKind.EndOfFile);
        return value;
    }

    /// <summary>Reads a single type reference, such as <c>[String!]</c>.</summary>
    public static TypeNode ParseType(Source source, ParserLimits? limits = null)
    {
        var parser = new Parser(source, limits);
        var type = parser.ParseTypeReference();
        parser.Expect(TokenKind.EndOfFile);
        return type;
    }

    private Parser(Source source, ParserLimits? limits)
    {
        _source = source;
        _limits = limits ?? ParserLimits.Requests;
        if (source.Body.Length > _limits.MaxBytes)
        {
            throw ParserErrors.TooManyBytes(source, _limits.MaxBytes);
        }
        if (!Utf8.IsValid(source.Body.Span))
        {
            throw ParserErrors.Syntax(source, FirstInvalidByte(source.Body.Span), "Invalid UTF-8.");
        }
        _lexer = new Lexer(source);
        Advance();
    }

    private static int FirstInvalidByte(ReadOnlySpan<byte> body)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(body[position..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            position += length;
        }
        return position;
    }

    private delegate T Production<T>(ref Parser parser);

    private void Advance()
    {
        _lastEnd = _token.End;
        _token = _lexer.Next();
        if (_token.Kind != TokenKind.EndOfFile && ++_tokens > _limits.MaxTokens)
        {
            throw ParserErrors.TooManyTokens(_source, _token.Start, _tokens, _limits.MaxTokens);
        }
    }

    /// <summary>The token after this one.</summary>
    private readonly Token LookAhead()
    {
        var copy = _lexer;
        return copy.Next();
    }

    private readonly bool At(TokenKind kind) => _token.Kind == kind;

    private readonly bool AtKeyword(ReadOnlySpan<byte> keyword) => At(TokenKind.Name) && _lexer.Bytes(_token).SequenceEqual(keyword);

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind)
        {
            throw Error(token, $"Expected {Token.Describe(kind)}, found {Describe(token)}.");
        }
        Advance();
        return token;
    }

    private bool Accept(TokenKind kind)
    {
        var found = At(kind);
        if (found)
        {
            Advance();
        }
        return found;
    }

    private void ExpectKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!AcceptKeyword(keyword))
        {
            throw Error(_token, $"Expected \"{Encoding.ASCII.GetString(keyword)}\", found {Describe(_token)}.");
        }
    }

    private bool AcceptKeyword(ReadOnlySpan<byte> keyword)
    {
        var found = AtKeyword(keyword);
        if (found)
        {
            Advance();
        }
        return found;
    }

    /// <summary>Any number of items between two signs, none included.</summary>
    private T[] Any<T>(TokenKind open, Production<T> item, TokenKind close)
    {
        Expect(open);
        return Accept(close) ? [] : UpTo(close, item);
    }

    /// <summary>At least one item between two signs.</summary>
    private T[] Many<T>(TokenKind open, Production<T> item, TokenKind close)
    {
        Expect(open);
        return UpTo(close, item);
    }

    /// <summary>Nothing at all, or at least one item between two signs.</summary>
    private T[] OptionalMany<T>(TokenKind open, Production<T> item, TokenKind close) => At(open) ? Many(open, item, close) : [];

    /// <summary>At least one item, with a sign between them and, if the writer likes, before the first.</summary>
    private T[] Delimited<T>(TokenKind delimiter, Production<T> item)
    {
        var items = new List<T>();
        Accept(delimiter);
        do
        {
            items.Add(item(ref this));
        }
        while (Accept(delimiter));
        return [.. items];
    }

    private T[] UpTo<T>(TokenKind close, Production<T> item)
    {
        var items = new List<T>();
        do
        {
            items.Add(item(ref this));
        }
        while (!Accept(close));
        return [.. items];
    }

    /// <summary>Goes one level down. Everything that can hold itself counts here: it is what keeps the stack from overflowing.</summary>
    private void Enter()
    {
        if (++_depth > _limits.MaxDepth)
        {
            throw ParserErrors.TooDeep(_source, _token.Start, _depth, _limits.MaxDepth);
        }
    }

    private void Leave() => _depth--;

    private readonly Span From(int start) => new(start, _lastEnd);

    private readonly string TextOf(Token token) => NameCache.Get(_lexer.Bytes(token));

    private readonly GraphQLException Unexpected(Token token) => Error(token, $"Unexpected {Describe(token)}.");

    private readonly GraphQLException Error(Token token, string description) => ParserErrors.Syntax(_source, token.Start, description);

    private readonly string Describe(Token token)
    {
        const int Longest = 80;
        var value = token.Kind switch
        {
            TokenKind.Name or TokenKind.Int or TokenKind.Float => Encoding.ASCII.GetString(_lexer.Bytes(token)),
            TokenKind.String or TokenKind.BlockString => _lexer.StringText(token),
            _ => null,
        };
        if (value?.Length > Longest)
        {
            value = value[..(char.IsHighSurrogate(value[Longest - 1]) ? Longest - 1 : Longest)] + "…";
        }
        return value is null ? Token.Describe(token.Kind) : $"{Token.Describe(token.Kind)} \"{value}\"";
    }
}
