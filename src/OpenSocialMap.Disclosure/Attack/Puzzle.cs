namespace OpenSocialMap.Disclosure.Attack;

/// <summary>
/// What an attacker sits over: unknowns, what holds between them, and what is known of each when it is told and when it is withheld.
/// Every interval is of the change from the true value, so it holds 0.
/// </summary>
sealed class Puzzle
{
    public Puzzle(LinearSystem system, Unknown[] unknowns)
    {
        System = system;
        Unknowns = unknowns;
        Levels = Array.ConvertAll(unknowns, unknown => unknown.Level);
        IsWithheld = Array.ConvertAll(unknowns, unknown => unknown.Choice == Choice.Withheld);
        Protected = [.. Enumerable.Range(0, unknowns.Length).Where(index => Levels[index].IsNeeded)];
    }

    public LinearSystem System { get; }

    public Unknown[] Unknowns { get; }

    /// <summary>What each unknown needs; raised where whole numbers turn out to leave less room than fractions.</summary>
    public ProtectionLevel[] Levels { get; }

    /// <summary>The decision so far.</summary>
    public bool[] IsWithheld { get; }

    /// <summary>The unknowns that may not be worked out.</summary>
    public int[] Protected { get; }

    public int Count => Unknowns.Length;

    /// <summary>What the attacker knows of one unknown by itself, as things are decided now.</summary>
    public Interval KnownOf(int variable) => IsWithheld[variable] ? Unknowns[variable].Withheld : Unknowns[variable].Told;

    public bool IsDetermined(int variable) => KnownOf(variable).IsPoint;

    /// <summary>Whether the attacker is, or could be made, uncertain about it.</summary>
    public bool CanMove(int variable) => Unknowns[variable].Choice == Choice.Free || !IsDetermined(variable);

    public bool IsFree(int variable) => Unknowns[variable].Choice == Choice.Free && !IsWithheld[variable];
}
