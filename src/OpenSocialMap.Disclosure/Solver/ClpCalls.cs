using System.Runtime.InteropServices;

namespace OpenSocialMap.Disclosure.Solver;

/// <summary>The functions of CLP's C interface (Clp_C_Interface.h) that are used here.</summary>
static unsafe partial class ClpCalls
{
    [LibraryImport(CoinLibrary.Clp)]
    public static partial nint Clp_newModel();

    [LibraryImport(CoinLibrary.Clp)]
    public static partial void Clp_deleteModel(nint model);

    [LibraryImport(CoinLibrary.Clp)]
    public static partial void Clp_setLogLevel(nint model, int level);

    [LibraryImport(CoinLibrary.Clp)]
    public static partial void Clp_loadProblem(
        nint model, int columns, int rows, int* starts, int* indices, double* values, double* lower, double* upper, double* objective, double* rowLower, double* rowUpper);

    [LibraryImport(CoinLibrary.Clp)]
    public static partial void Clp_addRows(nint model, int number, double* rowLower, double* rowUpper, int* starts, int* columns, double* elements);

    [LibraryImport(CoinLibrary.Clp)]
    public static partial void Clp_chgColumnLower(nint model, double* lower);

    [LibraryImport(CoinLibrary.Clp)]
    public static partial void Clp_chgColumnUpper(nint model, double* upper);

    [LibraryImport(CoinLibrary.Clp)]
    public static partial void Clp_chgObjCoefficients(nint model, double* objective);

    [LibraryImport(CoinLibrary.Clp)]
    public static partial int Clp_dual(nint model, int ifValuesPass);

    [LibraryImport(CoinLibrary.Clp)]
    public static partial int Clp_primal(nint model, int ifValuesPass);

    [LibraryImport(CoinLibrary.Clp)]
    public static partial int Clp_status(nint model);

    [LibraryImport(CoinLibrary.Clp)]
    public static partial double Clp_getObjValue(nint model);

    [LibraryImport(CoinLibrary.Clp)]
    public static partial double* Clp_getColSolution(nint model);

    [LibraryImport(CoinLibrary.Clp)]
    public static partial double* Clp_getRowPrice(nint model);
}
