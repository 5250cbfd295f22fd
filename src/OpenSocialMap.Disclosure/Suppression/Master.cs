using OpenSocialMap.Disclosure.Attack;
using OpenSocialMap.Disclosure.Solver;

namespace OpenSocialMap.Disclosure.Suppression;

/// <summary>
/// The master program: the lightest choice that fulfils all cuts so far. Small ones, of which there are very many, are settled here by branch and bound on
/// CLP's relaxation, in a fraction of the time that CBC takes to begin.
/// </summary>
sealed class Master : IDisposable
{
    private const int Branchings = 2000;
    private const double Tolerance = 1e-6;

    private readonly LinearProgram _program = new();
    private readonly ClpModel _relaxation;
    private readonly Dictionary<int, int> _columns = [];
    private readonly double[] _lower;
    private readonly double[] _upper;

    public Master(IReadOnlyList<int> variables, Func<int, double> weight)
    {
        foreach (var variable in variables)
        {
            _columns[variable] = _program.AddColumn(0, 1, weight(variable));
        }
        _relaxation = new(_program);
        _lower = new double[variables.Count];
        _upper = [.. Enumerable.Repeat(1.0, variables.Count)];
    }

    public void Add(CapacityCut cut)
    {
        var columns = Array.ConvertAll(cut.Variables, variable => _columns[variable]);
        var row = _program.AddRow(cut.Demand, LocalProgram.Endless);
        for (var index = 0; index < columns.Length; index++)
        {
            _program.AddEntry(row, columns[index], cut.Coefficients[index]);
        }
        _relaxation.AddRow(cut.Demand, columns, cut.Coefficients);
    }

    /// <summary>The best fractional choice, by variable, and its weight, which no choice can beat; null when no choice fulfils the cuts.</summary>
    public (Dictionary<int, double> Choice, double Bound)? Relaxed()
    {
        _relaxation.SetBounds(_lower, _upper);
        return _relaxation.Minimise(boundsChanged: true) ? (ByVariable(_relaxation.Solution), _relaxation.ObjectiveValue) : null;
    }

    /// <summary>The best whole choice, unless none weighs less than what is known already.</summary>
    public (Dictionary<int, double>? Choice, double Bound, bool IsSettled) Whole(double known, TimeSpan time)
    {
        var search = new Search(this, known);
        if (search.Run())
        {
            return (search.Best is null ? null : ByVariable(search.Best), search.Weight, true);
        }
        var solution = IntegerProgram.Minimise(_program, Enumerable.Range(0, _lower.Length).ToArray(), time);
        var choice = solution is { IsOptimal: true, Columns: { } columns } && solution.Bound < known - Tolerance ? ByVariable(columns) : null;
        return (choice, Math.Min(known, solution.Bound), solution.IsOptimal || solution.Bound >= known - Tolerance);
    }

    public void Dispose() => _relaxation.Dispose();

    private Dictionary<int, double> ByVariable(ReadOnlySpan<double> columns)
    {
        var choice = new Dictionary<int, double>(_columns.Count);
        foreach (var (variable, column) in _columns)
        {
            choice[variable] = Math.Clamp(columns[column], 0, 1);
        }
        return choice;
    }

    /// <summary>Branch and bound, depth first, withholding before telling.</summary>
    private sealed class Search(Master master, double known)
    {
        private readonly double[] _lower = [.. master._lower];
        private readonly double[] _upper = [.. master._upper];
        private int _left = Branchings;

        public double[]? Best { get; private set; }

        public double Weight { get; private set; } = known;

        /// <summary>False when it would take too long.</summary>
        public bool Run()
        {
            if (_left-- == 0)
            {
                return false;
            }
            master._relaxation.SetBounds(_lower, _upper);
            if (!master._relaxation.Minimise(boundsChanged: true) || master._relaxation.ObjectiveValue >= Weight - Tolerance)
            {
                return true;
            }
            var column = MostUndecided(master._relaxation.Solution);
            if (column < 0)
            {
                Best = Array.ConvertAll(master._relaxation.Solution.ToArray(), Math.Round);
                Weight = master._relaxation.ObjectiveValue;
                return true;
            }
            _lower[column] = 1;
            var settled = Run();
            _lower[column] = 0;
            if (settled)
            {
                _upper[column] = 0;
                settled = Run();
                _upper[column] = 1;
            }
            return settled;
        }

        private static int MostUndecided(ReadOnlySpan<double> columns)
        {
            var (most, distance) = (-1, Tolerance);
            for (var column = 0; column < columns.Length; column++)
            {
                var undecided = Math.Min(columns[column], 1 - columns[column]);
                if (undecided > distance)
                {
                    (most, distance) = (column, undecided);
                }
            }
            return most;
        }
    }
}
