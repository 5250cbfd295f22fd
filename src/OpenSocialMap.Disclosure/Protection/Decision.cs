using OpenSocialMap.Disclosure.Attack;
using OpenSocialMap.Disclosure.Rules;

namespace OpenSocialMap.Disclosure.Protection;

/// <summary>A table with the puzzle in which it is decided, and what the decision comes to.</summary>
/// <param name="Variables">The unknown of each cell; -1 for a percentage or mean.</param>
/// <param name="Reasons">Why a cell is withheld before anything is decided.</param>
/// <param name="Shown">What is shown of each cell when it is told: rounded where the table is.</param>
sealed record Decision(CellTable Table, Puzzle Puzzle, int[] Variables, WithheldReason[] Reasons, double[] Shown)
{
    /// <summary>What became of each cell, now that the puzzle's choices are made.</summary>
    public Outcome[] Outcomes() => [.. Enumerable.Range(0, Table.Cells.Count).Select(OutcomeOf)];

    public InformationLoss Loss(Outcome[] outcomes)
    {
        var (publishable, published, primary, sum, sumWithheld, error, counts) = (0, 0, 0, 0.0, 0.0, 0.0, 0);
        for (var index = 0; index < outcomes.Length; index++)
        {
            var (cell, outcome) = (Table.Cells[index], outcomes[index]);
            if (cell.Role != CellRole.Publishable)
            {
                continue;
            }
            publishable++;
            published += outcome.IsPublished ? 1 : 0;
            primary += outcome.IsPrimary ? 1 : 0;
            if (cell.IsRatio)
            {
                continue;
            }
            sum += cell.Value;
            sumWithheld += outcome.IsPublished ? 0 : cell.Value;
            counts += outcome.IsPublished ? 1 : 0;
            error += outcome.IsPublished ? Math.Abs(outcome.Value - cell.Value) : 0;
        }
        var weight = Enumerable.Range(0, Puzzle.Count).Where(variable => Puzzle.IsWithheld[variable] && Puzzle.Unknowns[variable].Choice == Choice.Free).Sum(variable => Puzzle.Unknowns[variable].Weight);
        return new(publishable, published, primary, publishable - published - primary, sum == 0 ? 0 : sumWithheld / sum, weight, counts == 0 ? 0 : error / counts);
    }

    private Outcome OutcomeOf(int index)
    {
        var cell = Table.Cells[index];
        if (cell.IsRatio)
        {
            return OutcomeOfRatio(cell);
        }
        if (cell.Role == CellRole.Internal || Puzzle.IsWithheld[Variables[index]])
        {
            return Outcome.Withheld(Reasons[index] == WithheldReason.None ? WithheldReason.Secondary : Reasons[index]);
        }
        return Outcome.Published(Shown[index]);
    }

    private Outcome OutcomeOfRatio(Cell ratio)
    {
        var (numerator, denominator) = (ratio.Numerator!.Value, ratio.Denominator!.Value);
        var reason = RatioRules.Judge(ratio, Shown[denominator]);
        if (reason == WithheldReason.None && (Puzzle.IsWithheld[Variables[numerator]] || Puzzle.IsWithheld[Variables[denominator]]))
        {
            reason = WithheldReason.TellsWithheldCount;
        }
        return reason == WithheldReason.None ? Outcome.Published(RatioRules.Value(ratio, Shown[numerator], Shown[denominator])) : Outcome.Withheld(reason);
    }
}
