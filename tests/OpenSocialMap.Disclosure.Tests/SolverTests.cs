using OpenSocialMap.Disclosure.Solver;

namespace OpenSocialMap.Disclosure.Tests;

/// <summary>The solvers are there, or it is said how to get them.</summary>
public class SolverTests
{
    [Fact]
    public void A_missing_solver_names_the_packages_that_have_it() => Assert.Equal(
        "The solver libNowhere.so.1 is missing. On Debian: apt-get install --no-install-recommends coinor-libclp1 coinor-libcbc3",
        Assert.Throws<DisclosureException>(() => CoinLibrary.Load(["libNowhere.so.1"])).Message);

    [Fact]
    public void Integer_programs_end_at_the_best_whole_solution()
    {
        // Most of 5x + 4y with 6x + 4y <= 24 and x + 2y <= 6: 21 at (3, 1.5) in fractions, 20 at (4, 0) in whole numbers.
        var program = new LinearProgram();
        program.AddColumn(0, 10, -5);
        program.AddColumn(0, 10, -4);
        foreach (var (first, second, most) in ((double, double, double)[])[(6, 4, 24), (1, 2, 6)])
        {
            var row = program.AddRow(-LocalEndless, most);
            program.AddEntry(row, 0, first);
            program.AddEntry(row, 1, second);
        }

        var solution = IntegerProgram.Minimise(program, [0, 1], TimeSpan.FromSeconds(60));

        Assert.True(solution.IsOptimal);
        Assert.Equal([4, 0], solution.Columns!.Select(value => Math.Round(value, 6)));
        using var relaxed = new ClpModel(program);
        Assert.True(relaxed.Minimise());
        Assert.Equal(-21, relaxed.ObjectiveValue, 6);
    }

    private const double LocalEndless = OpenSocialMap.Disclosure.Attack.LocalProgram.Endless;
}
