using System.Globalization;
using System.Runtime.InteropServices;
using static OpenSocialMap.Disclosure.Solver.CbcCalls;

namespace OpenSocialMap.Disclosure.Solver;

/// <summary>A linear program some of whose columns are whole numbers, solved by CBC.</summary>
static unsafe class IntegerProgram
{
    // CBC keeps some of its settings in statics.
    private static readonly Lock OneAtATime = new();

    public static IntegerSolution Minimise(LinearProgram program, IReadOnlyList<int> integers, TimeSpan time)
    {
        CoinLibrary.Prepare();
        lock (OneAtATime)
        {
            var model = Cbc_newModel();
            try
            {
                return Minimise(model, program, integers, time);
            }
            finally
            {
                Cbc_deleteModel(model);
            }
        }
    }

    private static IntegerSolution Minimise(nint model, LinearProgram program, IReadOnlyList<int> integers, TimeSpan time)
    {
        Load(model, program);
        foreach (var column in integers)
        {
            Cbc_setInteger(model, column);
        }
        Cbc_setLogLevel(model, 0);
        Cbc_setParameter(model, "sec", Math.Max(0.1, time.TotalSeconds).ToString("0.###", CultureInfo.InvariantCulture));
        Cbc_setParameter(model, "ratio", "0");
        _ = Cbc_solve(model);
        var optimal = Cbc_isProvenOptimal(model) != 0;
        var infeasible = Cbc_isProvenInfeasible(model) != 0;
        var best = Cbc_bestSolution(model);
        var columns = best == null || infeasible ? null : new ReadOnlySpan<double>(best, program.Columns).ToArray();
        var bound = optimal ? Cbc_getObjValue(model) : Cbc_getBestPossibleObjValue(model);
        return new(optimal && columns is not null, infeasible, columns, bound);
    }

    private static void Load(nint model, LinearProgram program)
    {
        var (starts, rows, values) = program.ByColumns();
        fixed (int* start = starts, row = rows)
        fixed (double* value = values)
        fixed (double* lower = CollectionsMarshal.AsSpan(program.Lower), upper = CollectionsMarshal.AsSpan(program.Upper), objective = CollectionsMarshal.AsSpan(program.Objective))
        fixed (double* rowLower = CollectionsMarshal.AsSpan(program.RowLower), rowUpper = CollectionsMarshal.AsSpan(program.RowUpper))
        {
            Cbc_loadProblem(model, program.Columns, program.Rows, start, row, value, lower, upper, objective, rowLower, rowUpper);
        }
    }
}
