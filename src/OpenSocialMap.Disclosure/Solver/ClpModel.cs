using System.Runtime.InteropServices;
using static OpenSocialMap.Disclosure.Solver.ClpCalls;

namespace OpenSocialMap.Disclosure.Solver;

/// <summary>A linear program in CLP's hands: solved again and again with other bounds or objectives, each time from where the last solution was.</summary>
sealed unsafe class ClpModel : IDisposable
{
    private readonly nint _model;
    private readonly int _columns;
    private int _rows;

    public ClpModel(LinearProgram program)
    {
        CoinLibrary.Prepare();
        (_columns, _rows) = (program.Columns, program.Rows);
        _model = Clp_newModel();
        Clp_setLogLevel(_model, 0);
        var (starts, rows, values) = program.ByColumns();
        fixed (int* start = starts, row = rows)
        fixed (double* value = values)
        fixed (double* lower = CollectionsMarshal.AsSpan(program.Lower), upper = CollectionsMarshal.AsSpan(program.Upper), objective = CollectionsMarshal.AsSpan(program.Objective))
        fixed (double* rowLower = CollectionsMarshal.AsSpan(program.RowLower), rowUpper = CollectionsMarshal.AsSpan(program.RowUpper))
        {
            Clp_loadProblem(_model, _columns, _rows, start, row, value, lower, upper, objective, rowLower, rowUpper);
        }
    }

    public double ObjectiveValue => Clp_getObjValue(_model);

    public ReadOnlySpan<double> Solution => new(Clp_getColSolution(_model), _columns);

    /// <summary>The dual value of each row.</summary>
    public ReadOnlySpan<double> RowPrices => new(Clp_getRowPrice(_model), _rows);

    public void SetBounds(double[] lower, double[] upper)
    {
        fixed (double* low = lower, up = upper)
        {
            Clp_chgColumnLower(_model, low);
            Clp_chgColumnUpper(_model, up);
        }
    }

    public void SetObjective(double[] objective)
    {
        fixed (double* values = objective)
        {
            Clp_chgObjCoefficients(_model, values);
        }
    }

    /// <summary>Adds the row: sum of coefficients x columns at least <paramref name="lower"/>.</summary>
    public void AddRow(double lower, ReadOnlySpan<int> columns, ReadOnlySpan<double> coefficients)
    {
        var upper = double.MaxValue;
        var start = stackalloc int[] { 0, columns.Length };
        fixed (int* column = columns)
        fixed (double* coefficient = coefficients)
        {
            Clp_addRows(_model, 1, &lower, &upper, start, column, coefficient);
        }
        _rows++;
    }

    /// <summary>Minimises; false when there is no solution. After a change of bounds the dual simplex method starts nearest, after one of the objective the primal.</summary>
    public bool Minimise(bool boundsChanged = false)
    {
        _ = boundsChanged ? Clp_dual(_model, 0) : Clp_primal(_model, 0);
        return Clp_status(_model) == 0;
    }

    public void Dispose() => Clp_deleteModel(_model);
}
