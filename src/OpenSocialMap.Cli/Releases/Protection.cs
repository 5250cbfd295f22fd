using OpenSocialMap.Cli.Catalog;
using OpenSocialMap.Data.Figures;
using OpenSocialMap.Disclosure;

namespace OpenSocialMap.Cli.Releases;

/// <summary>What a release would say: every stated cell with its value or withheld, and how that was decided.</summary>
/// <param name="Table">Null for a dataset that needs no protection.</param>
/// <param name="Audit">What the attacker tried on the figures as they would be published; null likewise.</param>
internal sealed record Protection(StatedCells Stated, PublishedWords Words, FigureTable? Table, ProtectedTable? Result, AttackReport? Audit)
{
    /// <exception cref="OpenTableException">The attacker opens it whatever is withheld.</exception>
    public static Protection Of(
        StatedCells stated,
        Func<FigureTable> table,
        IReadOnlyList<PastRelease> past,
        RoundingKey? roundingKey,
        IProgress<ProtectionProgress> progress,
        CancellationToken cancellation)
    {
        if (stated.Words.Catalog.Dataset.IsUnprotected)
            return new(stated, new([.. stated.All.Select(cell => cell.Value)], new bool[stated.All.Count]), null, null, null);
        var figures = table();
        var earlier = past.Select(release => release.Published).ToList();
        var result = Protector.Protect(figures.Table, new() { RoundingKey = roundingKey }, earlier, progress, cancellation);
        var words = Decide(figures, result, roundingKey);
        // What is published is attacked once more as it stands, so that no mistake on the way from the table to here goes out.
        var audit = Attacker.Attack([.. earlier, new("this release", figures.Table, words.Outcomes(figures))], progress, cancellation);
        if (audit.Opened.Count > 0)
            throw new OpenTableException(audit.Opened);
        return new(stated, words, figures, result, audit);
    }

    /// <summary>The naive way, for the steward to see what it would give away: only what is sensitive itself is withheld.</summary>
    public AttackReport AttackOnPrimaryAlone(IReadOnlyList<PastRelease> past, CancellationToken cancellation)
    {
        var outcomes = Enumerable.Range(0, Table!.Table.Cells.Count)
            .Select(cell => Result!.Outcomes[cell] is { IsPublished: false, IsPrimary: false } && Table.Table.Cells[cell].Role == CellRole.Publishable
                ? Outcome.Published(Table.Table.Cells[cell].Kind is CellKind.Count or CellKind.Amount
                    ? Table.Table.Cells[cell].Value
                    : Math.Round(Table.Table.ValueOf(cell), Table.Table.Cells[cell].Decimals, MidpointRounding.AwayFromZero))
                : Result.Outcomes[cell])
            .ToArray();
        return Attacker.Attack([.. past.Select(release => release.Published), new("the naive release", Table.Table, outcomes)], null, cancellation);
    }

    static PublishedWords Decide(FigureTable figures, ProtectedTable result, RoundingKey? roundingKey)
    {
        var stated = figures.Stated;
        var values = new decimal?[stated.All.Count];
        var isWithheld = new bool[stated.All.Count];
        foreach (var number in stated.Mains)
            if (figures.CellOf[number] is var cell and >= 0)
            {
                isWithheld[number] = !result.Outcomes[cell].IsPublished || figures.Shadows[cell].Any(shadow => !result.Outcomes[shadow].IsPublished);
                if (!isWithheld[number])
                    values[number] = stated.Words.Catalog.Dataset.Method == Data.Model.ProtectionMethod.Rounding
                        ? (decimal)result.Outcomes[cell].Value
                        : stated.All[number].Value;
            }
        // Where sources contradict each other all are told or none: one of them may be close to the other.
        foreach (var words in stated.Variants.GroupBy(it => it.Main, it => it.Variant))
        {
            var main = words.Key;
            var withheld = isWithheld[main] || words.Any(variant => !MayBeTold(figures, main, stated.All[variant]));
            isWithheld[main] = withheld && stated.All[main].Value is not null;
            if (withheld)
                values[main] = null;
            foreach (var variant in words)
            {
                isWithheld[variant] = withheld && stated.All[variant].Value is not null;
                if (!withheld && stated.All[variant].Value is { } value)
                    values[variant] = roundingKey is not null && figures.CellOf[main] >= 0 && figures.Table.Cells[figures.CellOf[main]].Kind == CellKind.Count
                        ? roundingKey.Round(figures.Table.Cells[figures.CellOf[main]].Key, (long)value, figures.Table.Cells[figures.CellOf[main]].Policy.RoundingBase)
                        : value;
            }
        }
        return new(values, isWithheld);
    }

    static bool MayBeTold(FigureTable figures, int main, StatedCell variant)
    {
        if (variant.Value is not { } value)
            return true;
        if (figures.CellOf[main] is not (var cell and >= 0))
            return false;
        var policy = figures.Table.Cells[cell].Policy;
        if (policy.Method == ProtectionMethod.Rounding)
            return figures.Table.Cells[cell].Kind == CellKind.Count;
        if (figures.Table.Cells[cell].Kind is CellKind.Count or CellKind.Amount)
            return value >= policy.MinimumCount || (value == 0 && policy.Zeros == ZeroPolicy.Publish);
        if (variant.Denominator is not { } denominator)
            return false;
        if (figures.Table.Cells[cell].Kind == CellKind.Mean)
            return denominator >= policy.MinimumMeanCount;
        var above = Import.Ratio.Above(Data.Model.Measure.Percentage, value, denominator);
        return denominator >= policy.MinimumDenominator && above >= policy.MinimumCount && denominator - above >= policy.MinimumCount;
    }

    /// <summary>The rows of the release file, in its order.</summary>
    public IEnumerable<ReleaseRow> Rows()
    {
        var catalog = Stated.Words.Catalog;
        var order = Enumerable.Range(0, Stated.All.Count).ToArray();
        Array.Sort(order, (one, other) => Compare(one, other, catalog));
        return order.Select(number => Row(number, catalog));
    }

    ReleaseRow Row(int number, FigureCatalog catalog)
    {
        var stated = Stated.All[number];
        var (area, citation) = (catalog.Areas[stated.Key.Area], Stated.Citations[stated.Citation]);
        return new(
            catalog.Indicators[stated.Key.Indicator].Code,
            area.Name,
            area.Code is null ? null : area.Year,
            Stated.Words.Periods[stated.Key.Period],
            Stated.Words.Breakdowns[stated.Key.Breakdown],
            Words.Values[number],
            Words.IsWithheld[number] ? Data.Model.ObservationStatus.Suppressed : stated.Status,
            Words.IsWithheld[number] ? Data.Model.Confidentiality.Confidential : Data.Model.Confidentiality.Free,
            Words.IsWithheld[number] || stated.Note < 0 ? null : Stated.Notes[stated.Note],
            citation.Source,
            citation.Locator,
            citation.StatedOn);
    }

    // As ReleaseRow.Compare, without making the rows.
    int Compare(int one, int other, FigureCatalog catalog)
    {
        var (a, b) = (Stated.All[one], Stated.All[other]);
        var order = string.CompareOrdinal(catalog.Indicators[a.Key.Indicator].Code, catalog.Indicators[b.Key.Indicator].Code);
        order = order != 0 ? order : string.CompareOrdinal(catalog.Areas[a.Key.Area].Name, catalog.Areas[b.Key.Area].Name);
        order = order != 0 ? order : string.CompareOrdinal(Stated.Words.Periods[a.Key.Period], Stated.Words.Periods[b.Key.Period]);
        order = order != 0 ? order : string.CompareOrdinal(Stated.Words.Breakdowns[a.Key.Breakdown], Stated.Words.Breakdowns[b.Key.Breakdown]);
        return order != 0 ? order : ReleaseRow.Compare(Row(one, catalog), Row(other, catalog));
    }
}
