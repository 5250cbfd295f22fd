using System.Globalization;
using OpenSocialMap.Cli.Output;
using OpenSocialMap.Cli.Releases;
using OpenSocialMap.Disclosure;

namespace OpenSocialMap.Cli.Commands;

/// <summary>Tells the steward what a release would say, what it costs, and what an attacker could do.</summary>
internal static class FigureReport
{
    const int MostShown = 100;

    public static void Show(Screen screen, Draft draft, bool all, CancellationToken cancellation)
    {
        var protection = draft.Protection;
        if (protection is not { Table: { } figures, Result: { } result })
        {
            screen.Line($"{protection.Stated.All.Count} cells would be published as they are: the dataset needs no protection.");
            return;
        }
        var loss = result.Loss;
        screen.Table(["", ""],
        [
            ["cells", Text(protection.Stated.All.Count)],
            ["published", Text(protection.Words.IsWithheld.Count(it => !it))],
            ["withheld", Text(protection.Words.IsWithheld.Count(it => it))],
            ["for what they tell themselves", Text(loss.Primary)],
            ["to protect others", Text(loss.Secondary)],
            ["share of all that is counted in withheld cells", loss.ValueShareWithheld.ToString("P1", CultureInfo.InvariantCulture)],
            .. loss.MeanRoundingError > 0 ? new[] { new[] { "mean error by rounding", loss.MeanRoundingError.ToString("0.00", CultureInfo.InvariantCulture) } } : [],
        ]);
        Withheld(screen, figures, result, protection, all ? int.MaxValue : MostShown);
        var naive = protection.AttackOnPrimaryAlone(draft.Past, cancellation);
        screen.Line();
        screen.Line(naive.Opened.Count == 0
            ? "If only the cells were withheld that tell something themselves, an attacker would work out none of them."
            : $"If only the cells were withheld that tell something themselves, an attacker would work out {naive.Opened.Count} of them:");
        Opened(screen, naive.Opened);
        screen.Line($"As it would be published, together with {(draft.Past.Count == 0 ? "no earlier release" : $"release {string.Join(", ", draft.Past.Select(release => release.Number))}")}, "
            + $"an attacker works out none of the {result.Audit.Protected} protected cells.");
        if (draft.Past.Count > 0)
            Compare(screen, draft);
    }

    /// <summary>Cells that can be worked out, and how closely.</summary>
    public static void Opened(Screen screen, IReadOnlyList<OpenedCell> opened)
    {
        if (opened.Count == 0)
            return;
        screen.Table(["cell", "at least", "at most", "has to be open over"], opened.Take(MostShown).Select(cell => new[]
        {
            cell.Key, Text(cell.Lower), Text(cell.Upper), Text(cell.Width),
        }));
        if (opened.Count > MostShown)
            screen.Line($"... and {opened.Count - MostShown} more");
    }

    static void Withheld(Screen screen, FigureTable figures, ProtectedTable result, Protection protection, int most)
    {
        var withheld = protection.Stated.Mains.Where(number => protection.Words.IsWithheld[number]).ToList();
        if (withheld.Count == 0)
            return;
        screen.Table(["withheld cell", "why"], withheld.Take(most).Select(number => new[]
        {
            figures.Table.Cells[figures.CellOf[number]].Key, Why(result.Outcomes[figures.CellOf[number]].Reason),
        }));
        if (withheld.Count > most)
            screen.Line($"... and {withheld.Count - most} more (--all shows them)");
    }

    static string Why(WithheldReason reason) => reason switch
    {
        WithheldReason.SmallCount => "primary: a small count",
        WithheldReason.Zero => "primary: a zero",
        WithheldReason.Dominance => "primary: a few make up most of it",
        WithheldReason.SmallDenominator => "primary: over too few",
        WithheldReason.TellsWithheldCount => "primary: would tell a withheld count",
        WithheldReason.NoDenominator => "primary: over nothing",
        WithheldReason.SmallDifference => "primary: the change since an earlier release is a small count",
        WithheldReason.WithheldBefore => "secondary: withheld in an earlier release",
        WithheldReason.Secondary => "secondary: others could be worked out from it",
        WithheldReason.None => "secondary: its sources contradict each other, and one of them may not be told",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static void Compare(Screen screen, Draft draft)
    {
        var last = draft.Past[^1];
        var before = new Dictionary<(Tables.CellKey, Citation), (bool IsWithheld, decimal? Value)>();
        for (var number = 0; number < last.Words.Values.Length; number++)
            before[Identity(last.Figures.Stated, number)] = (last.Words.IsWithheld[number], last.Words.Values[number]);
        var (now, stated) = (draft.Protection.Words, draft.Protection.Stated);
        var (added, changed, newlyTold, newlyWithheld, same) = (0, 0, 0, 0, 0);
        for (var number = 0; number < now.Values.Length; number++)
            if (!before.Remove(Identity(stated, number), out var earlier))
                added++;
            else if (earlier.IsWithheld && !now.IsWithheld[number])
                newlyTold++;
            else if (!earlier.IsWithheld && now.IsWithheld[number])
                newlyWithheld++;
            else if (earlier.Value != now.Values[number])
                changed++;
            else
                same++;
        screen.Line();
        screen.Line($"Compared with release {last.Number}:");
        screen.Table(["", "cells"],
        [
            ["as they were", Text(same)], ["with another value", Text(changed)], ["published now, withheld then", Text(newlyTold)],
            ["withheld now, published then", Text(newlyWithheld)], ["new", Text(added)], ["gone", Text(before.Count)],
        ]);
    }

    static (Tables.CellKey, Citation) Identity(StatedCells stated, int number) => (stated.All[number].Key, stated.Citations[stated.All[number].Citation]);

    static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    static string Text(double number) => double.IsPositiveInfinity(number) ? "any" : number.ToString("0.###", CultureInfo.InvariantCulture);
}
