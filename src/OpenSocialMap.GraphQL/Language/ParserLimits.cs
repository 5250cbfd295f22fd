namespace OpenSocialMap.GraphQL.Language;

/// <summary>How large a document the parser reads before it refuses. The defaults are for requests from strangers.</summary>
public sealed record ParserLimits
{
    /// <summary>The deepest nesting that is safe on a small stack, for the parser and for whatever walks the tree after it.</summary>
    private const int DeepestSafe = 128;

    public static readonly ParserLimits Requests = new();

    /// <summary>For documents of our own, such as the schema: any size, yet no nesting that could exhaust the stack.</summary>
    public static readonly ParserLimits Trusted = new() { MaxTokens = int.MaxValue, MaxBytes = int.MaxValue, MaxDepth = DeepestSafe };

    /// <summary>The number of words and signs; comments and commas are free.</summary>
    public int MaxTokens { get; init; } = 5_000;

    /// <summary>How many selection sets, lists, objects and list types may be open at one point, all counted together.</summary>
    public int MaxDepth
    {
        get;
        init => field = value is > 0 and <= DeepestSafe
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"The nesting limit lies between 1 and {DeepestSafe}.");
    } = 64;

    /// <summary>The length of the document in UTF-8.</summary>
    public int MaxBytes { get; init; } = 256 * 1024;
}
