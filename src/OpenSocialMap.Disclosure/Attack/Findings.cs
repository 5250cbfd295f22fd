namespace OpenSocialMap.Disclosure.Attack;

/// <summary>What an audit found: the unknowns that are too well known, with what they can be as change from the truth.</summary>
sealed class Findings
{
    public List<(int Variable, Interval Changes)> Opened { get; } = [];

    public int ByIntervals { get; set; }

    public int ByPrograms { get; set; }

    public int ByIntegerPrograms { get; set; }

    public int Attacked => ByIntervals + ByPrograms;

    public AttackReport Report(Puzzle puzzle) => new([.. Opened.Select(open => Open(puzzle, open.Variable, open.Changes))], Attacked, ByIntervals, ByPrograms, ByIntegerPrograms);

    private static OpenedCell Open(Puzzle puzzle, int variable, Interval changes)
    {
        var unknown = puzzle.Unknowns[variable];
        // What the solvers miss whole numbers by is no news.
        return new(unknown.Name, Math.Round(unknown.Truth + changes.Lower, 6), Math.Round(unknown.Truth + changes.Upper, 6), unknown.Level.Width);
    }
}
