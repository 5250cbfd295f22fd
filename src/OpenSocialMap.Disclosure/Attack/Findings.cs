namespace OpenSocialMap.Disclosure.Attack;

/// <summary>What an audit found: the unknowns that are too well known, with what they can be as change from the truth.</summary>
sealed class Findings
{
    /// <summary>Up to so many open unknowns, in components of up to so many, are told to the unit; of others, what they at most can be.</summary>
    private const int ExactlyTold = 50;
    private const int ExactUnknowns = 1000;

    public List<(int Variable, Interval Changes)> Opened { get; } = [];

    public int ByIntervals { get; set; }

    public int ByPrograms { get; set; }

    public int ByIntegerPrograms { get; set; }

    public int Attacked => ByIntervals + ByPrograms;

    public AttackReport Report(Puzzle puzzle)
    {
        using var attack = new ProgramAttack(puzzle);
        var opened = Opened.Select((open, place) => Open(puzzle, open.Variable, place < ExactlyTold ? Exact(puzzle, attack, open) : open.Changes)).ToList();
        return new(opened, Attacked, ByIntervals, ByPrograms, ByIntegerPrograms);
    }

    private static Interval Exact(Puzzle puzzle, ProgramAttack attack, (int Variable, Interval Changes) open)
    {
        var component = Components.Around(puzzle.System, [open.Variable], variable => !puzzle.IsDetermined(variable), ExactUnknowns).Single();
        return component.Variables.Count > ExactUnknowns || IntervalAttack.Solve(puzzle, component) is not null ? open.Changes : attack.ExactExtent(open.Variable);
    }

    private static OpenedCell Open(Puzzle puzzle, int variable, Interval changes)
    {
        var unknown = puzzle.Unknowns[variable];
        // What the solvers miss whole numbers by is no news.
        return new(unknown.Name, Math.Round(unknown.Truth + changes.Lower, 6), Math.Round(unknown.Truth + changes.Upper, 6), unknown.Level.Width);
    }
}
