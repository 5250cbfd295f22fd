using System.Reflection;
using System.Runtime.InteropServices;

namespace OpenSocialMap.Disclosure.Solver;

/// <summary>Finds COIN-OR's solvers (EPL-2.0) where Debian puts them, or says which packages are missing.</summary>
static class CoinLibrary
{
    public const string Clp = "Clp";
    public const string Cbc = "CbcSolver";

    private static readonly Lazy<bool> Resolver = new(() =>
    {
        NativeLibrary.SetDllImportResolver(typeof(CoinLibrary).Assembly, Resolve);
        return true;
    });

    /// <summary>Has to be called before the first call into either library.</summary>
    public static void Prepare() => _ = Resolver.Value;

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        string[] files = name switch
        {
            Clp => ["libClp.so.1", "libClp.so", "libClp.dylib", "libClp.dll"],
            Cbc => ["libCbcSolver.so.3", "libCbcSolver.so", "libCbcSolver.dylib", "libCbcSolver.dll"],
            _ => [],
        };
        return files.Length == 0 ? 0 : Load(files);
    }

    /// <summary>The first of the files that is there.</summary>
    public static nint Load(string[] files)
    {
        foreach (var file in files)
        {
            if (NativeLibrary.TryLoad(file, out var handle))
            {
                return handle;
            }
        }
        throw new DisclosureException($"The solver {files[0]} is missing. On Debian: apt-get install --no-install-recommends coinor-libclp1 coinor-libcbc3");
    }
}
