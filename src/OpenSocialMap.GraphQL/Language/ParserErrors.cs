using System.Text;
using OpenSocialMap.GraphQL.Limits;

namespace OpenSocialMap.GraphQL.Language;

/// <summary>The errors of a text that is not GraphQL, or too much of it.</summary>
internal static class ParserErrors
{
    public static GraphQLException Syntax(Source source, int offset, string description)
    {
        var location = source.LocationOf(offset);
        var message = $"Syntax Error: {description}\n{SourceExcerpt.Print(source, location)}";
        return new(new GraphQLError(message, ErrorCodes.Syntax) { Locations = [location] });
    }

    public static GraphQLException TooManyBytes(Source source, int limit) => Limit(source, limit,
        new ExceededLimit(LimitNames.DocumentSize, source.Body.Length, limit), $"The document has {source.Body.Length} bytes and the limit is {limit}.",
        "Pass long values as variables, or send several smaller requests.");

    public static GraphQLException TooManyTokens(Source source, int offset, int reached, int limit) => Limit(source, offset,
        new ExceededLimit(LimitNames.Tokens, reached, limit), $"The document has at least {reached} tokens and the limit is {limit}.",
        "Select fewer fields, name what repeats in a fragment, or send several smaller requests.");

    public static GraphQLException TooDeep(Source source, int offset, int reached, int limit) => Limit(source, offset,
        new ExceededLimit(LimitNames.Nesting, reached, limit), $"The document is nested {reached} levels deep here and the limit is {limit}.",
        "Select fewer levels in one request, or pass nested input as a variable.");

    /// <summary>How messages show the character at an offset: itself when it prints, else its code point.</summary>
    public static string Show(Source source, int offset)
    {
        if (offset >= source.Body.Length)
        {
            return Token.Describe(TokenKind.EndOfFile);
        }
        Rune.DecodeFromUtf8(source.Body.Span[offset..], out var rune, out _);
        return rune.Value switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{rune}\"",
            _ => $"U+{rune.Value:X4}",
        };
    }

    private static GraphQLException Limit(Source source, int offset, ExceededLimit limit, string message, string hint) =>
        new(limit.Error(message, hint) with { Locations = [source.LocationOf(offset)] });
}
