using OpenSocialMap.Disclosure.Attack;

namespace OpenSocialMap.Disclosure.Suppression;

/// <summary>
/// Audits, and withholds more until nothing opens: for a rounded table, where roundings together give a count away; for a suppressed one, where
/// whole numbers leave less room than fractions.
/// </summary>
static class Repairer
{
    private const int Rounds = 12;

    /// <summary>The last audit: nothing is open, or nothing more can be done.</summary>
    public static Findings Repair(Puzzle puzzle, TimeSpan tidyTime, IProgress<ProtectionProgress>? progress, CancellationToken cancellation)
    {
        for (var round = 0; ; round++)
        {
            var findings = Auditor.Audit(puzzle, progress, cancellation);
            if (findings.Opened.Count == 0 || round == Rounds)
            {
                return findings;
            }
            var before = Withheld(puzzle);
            var targets = findings.Opened.Select(open => open.Variable).ToList();
            ProtectBy(round, puzzle, targets, tidyTime, cancellation);
            if (Withheld(puzzle) == before || round >= Rounds / 2)
            {
                targets.ForEach(target => WithholdAround(puzzle, target, 1 + round));
            }
            if (Withheld(puzzle) == before && round > 2)
            {
                return findings;
            }
        }
    }

    /// <summary>The heuristic again, asked for a little more than needed each time: what it does by fractions has to hold for whole numbers.</summary>
    private static void ProtectBy(int extra, Puzzle puzzle, List<int> targets, TimeSpan tidyTime, CancellationToken cancellation)
    {
        var levels = puzzle.Levels.ToArray();
        foreach (var target in targets)
        {
            var level = levels[target];
            puzzle.Levels[target] = new(level.Down, level.Up == 0 ? 0 : level.Up + extra, level.Sliding == 0 ? 0 : level.Sliding + extra);
        }
        new Heuristic(puzzle).Protect(targets, extra == 0 ? tidyTime : TimeSpan.Zero, cancellation);
        levels.CopyTo(puzzle.Levels, 0);
    }

    private static void WithholdAround(Puzzle puzzle, int target, int radius)
    {
        foreach (var variable in Neighbourhood.Around(puzzle.System, target, radius, puzzle.CanMove).Variables)
        {
            puzzle.IsWithheld[variable] |= puzzle.IsFree(variable);
        }
    }

    private static int Withheld(Puzzle puzzle) => puzzle.IsWithheld.Count(isWithheld => isWithheld);
}
