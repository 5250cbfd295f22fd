using System.Globalization;
using System.Text.RegularExpressions;

namespace OpenSocialMap.GraphQL.Tests.Reference;

/// <summary>
/// Where we differ from the reference implementation on purpose, and why. This list is all of it: any other difference fails a test.
/// Each entry levels the difference in what both say, which a <see cref="Verdict"/> holds line by line; what is still different then has another cause.
/// </summary>
internal static partial class IntendedDifferences
{
    private static readonly IReadOnlyList<(string Reason, Func<Lines, Lines> Level)> All =
    [
        ("The September 2025 edition has rules that version 16 of the reference has not: that the schema has the operation's root, that no variable can "
            + "leave a oneOf input empty, and that no condition can leave out a subscription's field.",
            WithoutNewRules),
        ("A message quotes a number as the client wrote it, for that is what the client will search for; JavaScript has only its own spelling.",
            said => said.Each(line => IsOfVariables(line) ? Number().Replace(line, OneSpellingOf) : line)),
        ("A message quotes some eighty characters of a value and no more: fifty errors about one large value would be as large as fifty of them.",
            said => said.Each(line => LongQuote().Replace(line, quote => quote.Value[..60]))),
        ("The faults of an input object come in the order in which the client wrote its fields, for it is read once; the reference goes by the schema's order.",
            said => new([.. said.Ours.Where(l => !IsOfVariables(l)), .. said.Ours.Where(IsOfVariables).Order(StringComparer.Ordinal)],
                [.. said.Theirs.Where(l => !IsOfVariables(l)), .. said.Theirs.Where(IsOfVariables).Order(StringComparer.Ordinal)])),
    ];

    /// <summary>What both say of one question.</summary>
    private sealed record Lines(string[] Ours, string[] Theirs)
    {
        public Lines Each(Func<string, string> level) => new([.. Ours.Select(level)], [.. Theirs.Select(level)]);
    }

    /// <summary>Whether nothing is different but what is so on purpose.</summary>
    public static bool Explain(Comparison comparison)
    {
        var said = new Lines(comparison.Ours.ToString().Split('\n'), comparison.Theirs.ToString().Split('\n'));
        return All.Aggregate(said, (said, difference) => difference.Level(said)) is var (ours, theirs) && ours.SequenceEqual(theirs);
    }

    private static Lines WithoutNewRules(Lines said)
    {
        string[] ours = [.. said.Ours.Where(line => !NewRule().IsMatch(line))];
        // Where we refuse the document, its variables are no longer looked at.
        return ours.Length == said.Ours.Length ? said : new(ours, [.. said.Theirs.Where(line => !IsOfVariables(line) && !line.StartsWith("coerced: ", StringComparison.Ordinal))]);
    }

    private static bool IsOfVariables(string line) => line.StartsWith("variable: ", StringComparison.Ordinal);

    private static string OneSpellingOf(Match number) => (double.Parse(number.Value, CultureInfo.InvariantCulture) + 0.0).ToString("R", CultureInfo.InvariantCulture);

    [GeneratedRegex("""
        ^error: (The \w+ operation is not supported by the schema\.|.* must be non-nullable to be used for OneOf Input Object |.* must not use `@skip` or `@include` directives in the top level)
        """)]
    private static partial Regex NewRule();

    [GeneratedRegex(@"(?<![\w""])-?\d+(\.\d+)?([eE][+-]?\d+)?\b")]
    private static partial Regex Number();

    [GeneratedRegex("""(?<=^variable: .* got invalid value ).{61,}?(?=(?: at "[^"]*")?; )""")]
    private static partial Regex LongQuote();
}
