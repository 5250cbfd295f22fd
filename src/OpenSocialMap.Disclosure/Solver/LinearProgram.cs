namespace OpenSocialMap.Disclosure.Solver;

/// <summary>A linear program: minimise objective x columns, with bounds on columns and rows; entries are given row by row.</summary>
sealed class LinearProgram
{
    private readonly List<(int Row, int Column, double Value)> _entries = [];

    public List<double> Lower { get; } = [];

    public List<double> Upper { get; } = [];

    public List<double> Objective { get; } = [];

    public List<double> RowLower { get; } = [];

    public List<double> RowUpper { get; } = [];

    public int Columns => Lower.Count;

    public int Rows => RowLower.Count;

    public int AddColumn(double lower, double upper, double objective = 0)
    {
        Lower.Add(lower);
        Upper.Add(upper);
        Objective.Add(objective);
        return Lower.Count - 1;
    }

    public int AddRow(double lower, double upper)
    {
        RowLower.Add(lower);
        RowUpper.Add(upper);
        return RowLower.Count - 1;
    }

    public void AddEntry(int row, int column, double value) => _entries.Add((row, column, value));

    /// <summary>The matrix by columns, as the solvers want it.</summary>
    public (int[] Starts, int[] Rows, double[] Values) ByColumns()
    {
        var starts = new int[Columns + 1];
        foreach (var entry in _entries)
        {
            starts[entry.Column + 1]++;
        }
        for (var column = 0; column < Columns; column++)
        {
            starts[column + 1] += starts[column];
        }
        var next = starts.ToArray();
        var rows = new int[_entries.Count];
        var values = new double[_entries.Count];
        foreach (var entry in _entries)
        {
            var place = next[entry.Column]++;
            rows[place] = entry.Row;
            values[place] = entry.Value;
        }
        return (starts, rows, values);
    }
}
