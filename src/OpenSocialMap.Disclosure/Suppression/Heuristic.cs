using System.Diagnostics;
using OpenSocialMap.Disclosure.Attack;

namespace OpenSocialMap.Disclosure.Suppression;

/// <summary>Attack and repair: what the attacker opens is protected as cheaply as it goes, one after the other; then what turned out not to be needed is told after all.</summary>
sealed class Heuristic(Puzzle puzzle)
{
    /// <summary>Groups of withheld unknowns beyond this size are left as they are: trying each again would take longer than it gains.</summary>
    private const int TidyUnknowns = 400;

    /// <summary>Protects the targets; returns those that can't be.</summary>
    public List<int> Protect(IEnumerable<int> targets, TimeSpan tidyTime, CancellationToken cancellation)
    {
        var repair = new CheapestRepair(puzzle);
        using var attack = new ProgramAttack(puzzle);
        var before = puzzle.IsWithheld.ToArray();
        var failed = new List<int>();
        // Those that need most first: what is withheld for them often does for the others.
        foreach (var target in targets.OrderByDescending(target => puzzle.Levels[target].Width).ThenBy(target => puzzle.Unknowns[target].Truth))
        {
            cancellation.ThrowIfCancellationRequested();
            if (attack.Attack(target) is null)
            {
                continue;
            }
            if (!repair.Protect(target))
            {
                failed.Add(target);
            }
            attack.Forget();
        }
        Tidy(before, tidyTime, cancellation);
        return failed;
    }

    /// <summary>Tells what was withheld here and isn't needed, the weightiest first.</summary>
    private void Tidy(bool[] before, TimeSpan time, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var added = Enumerable.Range(0, puzzle.Count).Where(variable => puzzle.IsWithheld[variable] && !before[variable]).ToList();
        foreach (var variable in added.OrderByDescending(variable => puzzle.Unknowns[variable].Weight))
        {
            cancellation.ThrowIfCancellationRequested();
            if (clock.Elapsed > time)
            {
                return;
            }
            var component = Components.Around(puzzle.System, [variable], other => !puzzle.IsDetermined(other), TidyUnknowns).Single();
            if (component.Variables.Count > TidyUnknowns)
            {
                continue;
            }
            var targets = component.Variables.Where(other => puzzle.Levels[other].IsNeeded).ToList();
            puzzle.IsWithheld[variable] = false;
            puzzle.IsWithheld[variable] = Auditor.AnyOpened(puzzle, targets);
        }
    }
}
