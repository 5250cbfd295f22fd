namespace OpenSocialMap.Disclosure.Attack;

/// <summary>
/// Everything that is known to hold between unknowns: rows of lower &lt;= sum of coefficient x change &lt;= upper. A change is how far an unknown
/// is from its true value, so all changes 0 is always a solution, and the numbers stay small.
/// </summary>
sealed class LinearSystem
{
    private readonly int[] _rowStarts;
    private readonly int[] _rowVariables;
    private readonly double[] _rowCoefficients;
    private readonly Interval[] _ranges;
    private readonly int[] _variableStarts;
    private readonly int[] _variableRows;

    public LinearSystem(int variables, IReadOnlyList<LinearRow> rows)
    {
        Variables = variables;
        _rowStarts = new int[rows.Count + 1];
        for (var row = 0; row < rows.Count; row++)
        {
            _rowStarts[row + 1] = _rowStarts[row] + rows[row].Variables.Length;
        }
        _rowVariables = new int[_rowStarts[^1]];
        _rowCoefficients = new double[_rowStarts[^1]];
        _ranges = new Interval[rows.Count];
        _variableStarts = new int[variables + 1];
        for (var row = 0; row < rows.Count; row++)
        {
            rows[row].Variables.CopyTo(_rowVariables, _rowStarts[row]);
            rows[row].Coefficients.CopyTo(_rowCoefficients, _rowStarts[row]);
            _ranges[row] = rows[row].Range;
            foreach (var variable in rows[row].Variables)
            {
                _variableStarts[variable + 1]++;
            }
        }
        for (var variable = 0; variable < variables; variable++)
        {
            _variableStarts[variable + 1] += _variableStarts[variable];
        }
        _variableRows = new int[_rowVariables.Length];
        var next = _variableStarts.ToArray();
        for (var row = 0; row < rows.Count; row++)
        {
            foreach (var variable in rows[row].Variables)
            {
                _variableRows[next[variable]++] = row;
            }
        }
    }

    public int Variables { get; }

    public int Rows => _ranges.Length;

    public ReadOnlySpan<int> VariablesOf(int row) => _rowVariables.AsSpan(_rowStarts[row].._rowStarts[row + 1]);

    public ReadOnlySpan<double> CoefficientsOf(int row) => _rowCoefficients.AsSpan(_rowStarts[row].._rowStarts[row + 1]);

    public Interval RangeOf(int row) => _ranges[row];

    public ReadOnlySpan<int> RowsOf(int variable) => _variableRows.AsSpan(_variableStarts[variable].._variableStarts[variable + 1]);
}
