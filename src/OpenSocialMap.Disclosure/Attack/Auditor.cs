namespace OpenSocialMap.Disclosure.Attack;

/// <summary>Attacks every protected unknown of a puzzle, each by the cheapest means that settles it exactly.</summary>
static class Auditor
{
    public static Findings Audit(Puzzle puzzle, IProgress<ProtectionProgress>? progress = null, CancellationToken cancellation = default) =>
        Audit(puzzle, puzzle.Protected, progress, cancellation);

    /// <summary>Attacks the targets, and what is protected around them.</summary>
    public static Findings Audit(Puzzle puzzle, IReadOnlyCollection<int> targets, IProgress<ProtectionProgress>? progress = null, CancellationToken cancellation = default)
    {
        var findings = new Findings();
        using var attack = new ProgramAttack(puzzle);
        var step = Math.Max(1, targets.Count / 100);
        var reported = 0;
        foreach (var component in Components.Around(puzzle.System, targets, variable => !puzzle.IsDetermined(variable)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (IntervalAttack.Solve(puzzle, component) is { } intervals)
            {
                Judge(puzzle, component, intervals, findings);
            }
            else
            {
                Attack(puzzle, component, attack, findings, cancellation);
            }
            if (findings.Attacked - reported >= step)
            {
                reported = findings.Attacked;
                progress?.Report(new(ProtectionStage.Audit, findings.Attacked, targets.Count));
            }
        }
        findings.ByIntegerPrograms = attack.IntegerPrograms;
        progress?.Report(new(ProtectionStage.Audit, findings.Attacked, targets.Count));
        return findings;
    }

    /// <summary>Whether any of the targets is open.</summary>
    public static bool AnyOpened(Puzzle puzzle, List<int> targets)
    {
        using var attack = new ProgramAttack(puzzle);
        foreach (var component in Components.Around(puzzle.System, targets, variable => !puzzle.IsDetermined(variable)))
        {
            var findings = new Findings();
            if (IntervalAttack.Solve(puzzle, component) is { } intervals)
            {
                Judge(puzzle, component, intervals, findings);
            }
            if (findings.Opened.Count > 0
                || (findings.ByIntervals == 0 && component.Variables.Any(variable => puzzle.Levels[variable].IsNeeded && attack.Attack(variable) is not null)))
            {
                return true;
            }
        }
        return false;
    }

    private static void Judge(Puzzle puzzle, Component component, Interval[] intervals, Findings findings)
    {
        for (var place = 0; place < intervals.Length; place++)
        {
            var variable = component.Variables[place];
            if (!puzzle.Levels[variable].IsNeeded)
            {
                continue;
            }
            findings.ByIntervals++;
            if (!puzzle.Levels[variable].IsReached(-intervals[place].Lower, intervals[place].Upper))
            {
                findings.Opened.Add((variable, intervals[place]));
            }
        }
    }

    private static void Attack(Puzzle puzzle, Component component, ProgramAttack attack, Findings findings, CancellationToken cancellation)
    {
        foreach (var variable in component.Variables.Where(variable => puzzle.Levels[variable].IsNeeded))
        {
            cancellation.ThrowIfCancellationRequested();
            findings.ByPrograms++;
            if (attack.Attack(variable) is { } opened)
            {
                findings.Opened.Add((variable, opened));
            }
        }
    }
}
