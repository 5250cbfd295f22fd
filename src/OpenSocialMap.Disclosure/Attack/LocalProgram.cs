using OpenSocialMap.Disclosure.Solver;

namespace OpenSocialMap.Disclosure.Attack;

/// <summary>The linear program of an attack within a neighbourhood: its columns are the changes of the unknowns in it.</summary>
sealed class LocalProgram
{
    /// <summary>What the solvers take for without end.</summary>
    public const double Endless = 1e30;

    private readonly Puzzle _puzzle;
    private readonly Neighbourhood _place;

    public LocalProgram(Puzzle puzzle, Neighbourhood place)
    {
        (_puzzle, _place) = (puzzle, place);
        var columns = new Dictionary<int, int>(place.Variables.Count);
        foreach (var variable in place.Variables)
        {
            columns[variable] = Program.AddColumn(0, 0);
        }
        foreach (var row in place.Rows)
        {
            var range = puzzle.System.RangeOf(row);
            var line = Program.AddRow(Math.Max(range.Lower, -Endless), Math.Min(range.Upper, Endless));
            var variables = puzzle.System.VariablesOf(row);
            var coefficients = puzzle.System.CoefficientsOf(row);
            for (var index = 0; index < variables.Length; index++)
            {
                if (columns.TryGetValue(variables[index], out var column))
                {
                    Program.AddEntry(line, column, coefficients[index]);
                }
            }
        }
    }

    public LinearProgram Program { get; } = new();

    /// <summary>Bounds by what is known now; the rim stands still or moves at will, and nothing moves further than <paramref name="reach"/> from the first.</summary>
    public void SetBounds(bool rimStands, double reach)
    {
        for (var column = 0; column < _place.Variables.Count; column++)
        {
            var known = rimStands && _place.IsRim[column] ? Interval.At(0) : _puzzle.KnownOf(_place.Variables[column]);
            var limit = column == 0 ? reach : Endless;
            Program.Lower[column] = Math.Max(known.Lower, -limit);
            Program.Upper[column] = Math.Min(known.Upper, limit);
        }
    }
}
