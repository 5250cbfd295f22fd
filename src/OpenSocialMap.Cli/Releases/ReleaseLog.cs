using System.Globalization;
using System.Text;
using OpenSocialMap.Data.Figures;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Cli.Releases;

/// <summary>
/// The account of a release that is published with it. It says nothing that could help an attacker: not which cells are withheld for themselves
/// and which for others, nor how many, nor sums of what is withheld, nor anything that depends on the raw file, such as its checksum.
/// </summary>
internal static class ReleaseLog
{
    public static string Write(ReleaseHeader header, Draft draft)
    {
        var protection = draft.Protection;
        var dataset = protection.Stated.Words.Catalog.Dataset;
        var withheld = protection.Words.IsWithheld.Count(it => it);
        var log = new StringBuilder();
        Line("dataset", header.Dataset);
        Line("release", header.Number.ToString(CultureInfo.InvariantCulture));
        Line("published on", header.PublishedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Line("notes", header.Notes);
        Line("file", Path.GetFileName(ReleaseFile.Name(header.Dataset, header.Number)));
        Line("sha-256", header.Checksum);
        Line("periods", string.Join(", ", draft.Periods));
        Line("cells", $"{protection.Stated.All.Count}: {protection.Stated.All.Count - withheld} as stated in the file, {withheld} withheld");
        foreach (var rule in Rules(protection))
            Line("rule", rule);
        Line("attacked", dataset.IsUnprotected
            ? "not at all: there is nothing to protect"
            : $"by linear and integer programming (COIN-OR CLP and CBC), with {(draft.Past.Count == 0 ? "no earlier release" : $"the earlier releases {string.Join(", ", draft.Past.Select(release => release.Number))}")}; no protected cell was opened");
        Line("made by", $"opensocialmap {typeof(ReleaseLog).Assembly.GetName().Version?.ToString(3)}, as {Databases.StewardConnection.Role}");
        return log.ToString();

        void Line(string what, string said) => log.Append(CultureInfo.InvariantCulture, $"{what,-13} {said}\n");
    }

    static IEnumerable<string> Rules(Protection protection)
    {
        var catalog = protection.Stated.Words.Catalog;
        if (catalog.Dataset.IsUnprotected)
        {
            yield return "none: these figures are not about persons";
            yield break;
        }
        var policies = new Policies(catalog.Dataset);
        foreach (var rule in protection.Stated.Mains
            .Select(number => protection.Stated.All[number].Key.Indicator).Distinct()
            .Select(key => catalog.Indicators[key])
            .GroupBy(policies.Of)
            .OrderBy(rule => rule.Key.MinimumCount))
        {
            var policy = rule.Key;
            var method = catalog.Dataset.Method == ProtectionMethod.Rounding ? $"rounding to {policy.RoundingBase}" : "suppression";
            yield return $"{method}; counts of at least {policy.MinimumCount}; zeros {(policy.Zeros == Disclosure.ZeroPolicy.Publish ? "published" : "protected")}; "
                + $"percentages over at least {policy.MinimumDenominator}; means over at least {policy.MinimumMeanCount}"
                + $"{(policy.Dominance is null ? "" : $"; {policy.Dominance}")}: {string.Join(", ", rule.Select(indicator => indicator.Code).Order(StringComparer.Ordinal))}";
        }
    }
}
