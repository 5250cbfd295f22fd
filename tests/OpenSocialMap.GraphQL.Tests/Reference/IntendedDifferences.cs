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
            said => said.Ours.Any(NewRule().IsMatch) ? said.Without(NewRule()).WithoutCoerced() : said),
        ("What else is wrong with a definition that has no place in a request isn't looked at; the reference checks it as part of a schema.",
            said => said.Ours.Any(NotExecutable().IsMatch)
                ? said with { Theirs = [.. said.Theirs.Where(line => !IsError(line) || said.Ours.Contains(line))] }
                : said),
        ("A Float that overflows is refused where it is written; the reference reads infinity, which no answer in JSON could hold.",
            said => said.Without(Infinity())),
        ("An id given as a number with an exponent is refused where a double no longer knows each whole number; the reference makes a text of the double.",
            said => said.Ours.Any(InexactId().IsMatch) ? said.Without(InexactId()).WithoutCoerced() : said),
        ("When there are too many errors to go on, ours says at which variable; the reference says no place.",
            said => said.Each(line => TooMany().Replace(line, ""))),
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

        public Lines Where(Func<string, bool> counts) => new([.. Ours.Where(counts)], [.. Theirs.Where(counts)]);

        public Lines Without(Regex line) => Where(l => !line.IsMatch(l));

        /// <summary>Without what was made of the variables, which one of the two no longer looked at.</summary>
        public Lines WithoutCoerced() => Where(l => !IsOfVariables(l) && !l.StartsWith("coerced: ", StringComparison.Ordinal));
    }

    public static IEnumerable<string> Reasons => All.Select(difference => difference.Reason);

    /// <summary>Whether nothing is different but what is so on purpose.</summary>
    /// <param name="comparison">What both say.</param>
    /// <param name="except">A reason that doesn't count.</param>
    public static bool Explain(Comparison comparison, string? except = null)
    {
        var said = new Lines(comparison.Ours.ToString().Split('\n'), comparison.Theirs.ToString().Split('\n'));
        return All.Where(difference => difference.Reason != except)
            .Aggregate(said, (said, difference) => difference.Level(said)) is var (ours, theirs) && ours.SequenceEqual(theirs);
    }

    private static bool IsError(string line) => line.StartsWith("error: ", StringComparison.Ordinal);

    private static bool IsOfVariables(string line) => line.StartsWith("variable: ", StringComparison.Ordinal);

    private static string OneSpellingOf(Match number) => (double.Parse(number.Value, CultureInfo.InvariantCulture) + 0.0).ToString("R", CultureInfo.InvariantCulture);

    [GeneratedRegex("""
        ^error: (The \w+ operation is not supported by the schema\.|.* must be non-nullable to be used for OneOf Input Object |.* must not use `@skip` or `@include` directives in the top level)
        """)]
    private static partial Regex NewRule();

    [GeneratedRegex("^error: The .* definition is not executable")]
    private static partial Regex NotExecutable();

    [GeneratedRegex(@"^error: Float cannot represent non numeric value: -?[\d.]+[eE]\+?\d{3}")]
    private static partial Regex Infinity();

    [GeneratedRegex(@"^variable: .* ID cannot represent value: -?[\d.]+[eE]\+?\d+ @ ")]
    private static partial Regex InexactId();

    [GeneratedRegex("(?<=Too many errors processing variables, error limit reached. Execution aborted. @).*")]
    private static partial Regex TooMany();

    [GeneratedRegex(@"(?<![\w""])-?\d+(\.\d+)?([eE][+-]?\d+)?\b")]
    private static partial Regex Number();

    [GeneratedRegex("""(?<=^variable: .* got invalid value ).{61,}?(?=(?: at "[^"]*")?; )""")]
    private static partial Regex LongQuote();
}
