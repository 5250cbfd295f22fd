using OpenSocialMap.Disclosure.Solver;

namespace OpenSocialMap.Disclosure.Attack;

/// <summary>The linear program of an attack within a neighbourhood: its columns are the changes of the unknowns in it.</summary>
sealed class LocalProgram
{
    /// <summary>What the solvers take for without end.</summary>
    public const double Endless = 1e30;

    private readonly Puzzle _puzzle;
    private readonly Dictionary<int, int> _columns;

    public LocalProgram(Puzzle puzzle, Neighbourhood place)
    {
        (_puzzle, Place) = (puzzle, place);
        _columns = new(place.Variables.Count);
        foreach (var variable in place.Variables)
        {
            _columns[variable] = Program.AddColumn(0, 0);
        }
        foreach (var row in place.Rows)
        {
            var range = puzzle.System.RangeOf(row);
            var line = Program.AddRow(Math.Max(range.Lower, -Endless), Math.Min(range.Upper, Endless));
            var variables = puzzle.System.VariablesOf(row);
            var coefficients = puzzle.System.CoefficientsOf(row);
            for (var index = 0; index < variables.Length; index++)
            {
                if (_columns.TryGetValue(variables[index], out var column))
                {
                    Program.AddEntry(line, column, coefficients[index]);
                }
            }
        }
    }

    public LinearProgram Program { get; } = new();

    public Neighbourhood Place { get; }

    public bool Holds(int variable) => _columns.ContainsKey(variable);

    public int ColumnOf(int variable) => _columns[variable];

    /// <summary>Bounds by what is known now; the rim stands still or moves at will, and the target moves no further than <paramref name="reach"/>.</summary>
    public void SetBounds(bool rimStands, int target, double reach)
    {
        var targetColumn = _columns[target];
        for (var column = 0; column < Place.Variables.Count; column++)
        {
            var known = rimStands && Place.IsRim[column] ? Interval.At(0) : _puzzle.KnownOf(Place.Variables[column]);
            var limit = column == targetColumn ? reach : Endless;
            Program.Lower[column] = Math.Max(known.Lower, -limit);
            Program.Upper[column] = Math.Min(known.Upper, limit);
        }
    }
}
