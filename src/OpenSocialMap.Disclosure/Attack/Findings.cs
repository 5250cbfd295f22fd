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
        return new(unknown.Name, unknown.Truth + changes.Lower, unknown.Truth + changes.Upper, unknown.Level.Width);
    }
}
