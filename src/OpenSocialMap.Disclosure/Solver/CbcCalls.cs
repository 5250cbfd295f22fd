using System.Runtime.InteropServices;

namespace OpenSocialMap.Disclosure.Solver;

/// <summary>The functions of CBC's C interface (Cbc_C_Interface.h) that are used here.</summary>
static unsafe partial class CbcCalls
{
    [LibraryImport(CoinLibrary.Cbc)]
    public static partial nint Cbc_newModel();

    [LibraryImport(CoinLibrary.Cbc)]
    public static partial void Cbc_deleteModel(nint model);

    [LibraryImport(CoinLibrary.Cbc)]
    public static partial void Cbc_setLogLevel(nint model, int level);

    [LibraryImport(CoinLibrary.Cbc, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void Cbc_setParameter(nint model, string name, string value);

    [LibraryImport(CoinLibrary.Cbc)]
    public static partial void Cbc_loadProblem(
        nint model, int columns, int rows, int* starts, int* indices, double* values, double* lower, double* upper, double* objective, double* rowLower, double* rowUpper);

    [LibraryImport(CoinLibrary.Cbc)]
    public static partial void Cbc_setInteger(nint model, int column);

    [LibraryImport(CoinLibrary.Cbc)]
    public static partial int Cbc_solve(nint model);

    [LibraryImport(CoinLibrary.Cbc)]
    public static partial int Cbc_isProvenOptimal(nint model);

    [LibraryImport(CoinLibrary.Cbc)]
    public static partial int Cbc_isProvenInfeasible(nint model);

    [LibraryImport(CoinLibrary.Cbc)]
    public static partial double Cbc_getObjValue(nint model);

    [LibraryImport(CoinLibrary.Cbc)]
    public static partial double Cbc_getBestPossibleObjValue(nint model);

    [LibraryImport(CoinLibrary.Cbc)]
    public static partial double* Cbc_bestSolution(nint model);
}
