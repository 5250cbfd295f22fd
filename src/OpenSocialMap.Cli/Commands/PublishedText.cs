using System.Text.RegularExpressions;
using OpenSocialMap.Data.Seeding;

namespace OpenSocialMap.Cli.Commands;

/// <summary>What a steward writes about a release is published with it, so it may tell neither figures nor persons.</summary>
internal static partial class PublishedText
{
    /// <exception cref="RefusedException">It tells too much, or nothing.</exception>
    public static string Checked(string text, string what)
    {
        var trimmed = text.Trim();
        if (trimmed == "")
            throw new RefusedException($"{what} is empty; say in a sentence what is new or why.");
        if (trimmed.Any(char.IsControl))
            throw new RefusedException($"{what} has a line end in it; write one line.");
        if (PersonalDataCheck.FindProblem(trimmed) is { } problem)
            throw new RefusedException($"{what} {problem}.");
        if (Number().IsMatch(Code().Replace(trimmed, "")))
            throw new RefusedException($"{what} is published, and a number in it could tell what is withheld; leave numbers out, years, quarters and area codes apart.");
        return trimmed;
    }

    [GeneratedRegex(@"(?<![\d.,])(19|20)\d\d(-(Q[1-4]|S[12]|[01]\d(-[0-3]\d)?))?(?![\d.,]\d)|\b(GM|WK|BU)\d+\b|\b[QS][1-4]\b")]
    private static partial Regex Code();

    [GeneratedRegex(@"\d")]
    private static partial Regex Number();
}
