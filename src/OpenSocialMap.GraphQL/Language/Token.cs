namespace OpenSocialMap.GraphQL.Language;

/// <summary>The words and signs of the language, https://spec.graphql.org/September2025/#sec-Language.Source-Text.Lexical-Tokens</summary>
internal enum TokenKind : byte
{
    EndOfFile, Bang, Dollar, Ampersand, ParenLeft, ParenRight, Spread, Colon, Equals, At, BracketLeft, BracketRight, BraceLeft, Pipe,
    BraceRight, Name, Int, Float, String, BlockString,
}

/// <summary>One word or sign: its kind and where it stands. Its text stays in the source until somebody asks for it.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End)
{
    /// <summary>How error messages name a kind of token.</summary>
    public static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.EndOfFile => "<EOF>",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.ParenLeft => "\"(\"",
        TokenKind.ParenRight => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.Equals => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.BracketLeft => "\"[\"",
        TokenKind.BracketRight => "\"]\"",
        TokenKind.BraceLeft => "\"{\"",
        TokenKind.Pipe => "\"|\"",
        TokenKind.BraceRight => "\"}\"",
        _ => kind.ToString(),
    };
}
