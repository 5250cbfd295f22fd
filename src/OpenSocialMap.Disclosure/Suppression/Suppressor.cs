using System.Diagnostics;
using OpenSocialMap.Disclosure.Attack;

namespace OpenSocialMap.Disclosure.Suppression;

/// <summary>
/// Secondary suppression. The optimum is looked for in small clusters of rows around the sensitive unknowns; a cluster grows by the rows of whatever
/// it withholds on its rim, until it needs nothing outside. Each cluster is easier than the whole problem would be, so when all are
/// optimal, their sum is the optimum of the whole. A cluster that grows too large is left to the heuristic.
/// </summary>
sealed class Suppressor
{
    private readonly Puzzle _puzzle;
    private readonly ProtectorOptions _options;
    private readonly IProgress<ProtectionProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<int, RowGroup> _groupOf = [];
    private readonly Queue<RowGroup> _unsolved = [];
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    private Suppressor(Puzzle puzzle, ProtectorOptions options, IProgress<ProtectionProgress>? progress, CancellationToken cancellation) =>
        (_puzzle, _options, _progress, _cancellation) = (puzzle, options, progress, cancellation);

    private TimeSpan TimeLeft => _options.OptimalTime > _clock.Elapsed ? _options.OptimalTime - _clock.Elapsed : TimeSpan.Zero;

    /// <summary>Withholds what it takes, as far as fractions tell.</summary>
    public static Achievement Suppress(Puzzle puzzle, ProtectorOptions options, IProgress<ProtectionProgress>? progress, CancellationToken cancellation) =>
        new Suppressor(puzzle, options, progress, cancellation).Suppress();

    private Achievement Suppress()
    {
        foreach (var target in _puzzle.Protected)
        {
            foreach (var row in _puzzle.System.RowsOf(target))
            {
                Join(row, null);
            }
        }
        var groups = _groupOf.Values.Distinct().ToList();
        groups.ForEach(_unsolved.Enqueue);
        var (done, total) = (0, groups.Count);
        while (_unsolved.TryDequeue(out var group))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (!group.IsMerged)
            {
                Solve(group);
            }
            if (++done % 100 == 0)
            {
                _progress?.Report(new(ProtectionStage.SecondarySuppression, Math.Min(done, total), total));
            }
        }
        return Apply();
    }

    private void Solve(RowGroup group)
    {
        if (group.Rows.Count > _options.OptimalCells)
        {
            return;
        }
        var cluster = new Cluster(_puzzle, group.Rows);
        var solved = SolutionOf(cluster);
        (group.Solved, group.Variables) = (solved, cluster.Variables);
        if (solved is null)
        {
            return;
        }
        var joined = group;
        for (var place = 0; place < cluster.Variables.Length; place++)
        {
            if (!solved.IsWithheld[place] || !cluster.IsRim[place] || _puzzle.IsWithheld[cluster.Variables[place]])
            {
                continue;
            }
            foreach (var row in _puzzle.System.RowsOf(cluster.Variables[place]))
            {
                joined = Join(row, joined);
            }
        }
        if (joined != group || group.Solved is null)
        {
            _unsolved.Enqueue(joined);
        }
    }

    private Solved? SolutionOf(Cluster cluster)
    {
        if (RowKnapsack.Solve(cluster.Puzzle) is { } solved)
        {
            return solved;
        }
        var puzzle = cluster.Puzzle;
        var opened = Auditor.Audit(puzzle, cancellation: _cancellation).Opened;
        if (opened.Count == 0)
        {
            return new(puzzle.IsWithheld.ToArray(), 0, IsOptimal: true);
        }
        if (!_options.Optimises || cluster.Variables.Length > _options.OptimalCells)
        {
            return null;
        }
        var before = puzzle.IsWithheld.ToArray();
        var failed = new Heuristic(puzzle).Protect(opened.Select(open => open.Variable), TimeSpan.MaxValue, _cancellation);
        var known = puzzle.IsWithheld.ToArray();
        before.CopyTo(puzzle.IsWithheld, 0);
        if (failed.Count > 0)
        {
            return null;
        }
        // Something has to be withheld, and nothing weighs less than the lightest.
        var free = Enumerable.Range(0, puzzle.Count).Where(puzzle.IsFree).ToList();
        var (weight, lightest) = (free.Where(variable => known[variable]).Sum(variable => puzzle.Unknowns[variable].Weight), free.Min(variable => puzzle.Unknowns[variable].Weight));
        return weight <= lightest ? new(known, weight, IsOptimal: true) : CuttingPlanes.Solve(puzzle, known, TimeLeft / 2, _cancellation);
    }

    /// <summary>Puts a row into a group, with all rows that hang on it by what is uncertain in any case.</summary>
    private RowGroup Join(int row, RowGroup? group)
    {
        if (_groupOf.TryGetValue(row, out var other))
        {
            return group is null || group == other ? other : Merge(group, other);
        }
        group ??= new();
        var rows = new Queue<int>([row]);
        while (rows.TryDequeue(out var next))
        {
            if (_groupOf.TryGetValue(next, out other))
            {
                group = other == group ? group : Merge(group, other);
                continue;
            }
            _groupOf[next] = group;
            group.Rows.Add(next);
            group.Solved = null;
            foreach (var variable in _puzzle.System.VariablesOf(next))
            {
                if (_puzzle.Unknowns[variable].Choice == Choice.Free || _puzzle.IsDetermined(variable))
                {
                    continue;
                }
                foreach (var further in _puzzle.System.RowsOf(variable))
                {
                    if (!_groupOf.TryGetValue(further, out other) || other != group)
                    {
                        rows.Enqueue(further);
                    }
                }
            }
        }
        return group;
    }

    private RowGroup Merge(RowGroup one, RowGroup other)
    {
        var (kept, merged) = one.Rows.Count >= other.Rows.Count ? (one, other) : (other, one);
        foreach (var row in merged.Rows)
        {
            _groupOf[row] = kept;
        }
        kept.Rows.AddRange(merged.Rows);
        kept.Solved = null;
        merged.IsMerged = true;
        return kept;
    }

    /// <summary>Carries the clusters' choices over to the whole, and lets the heuristic do what they left.</summary>
    private Achievement Apply()
    {
        var (bound, optimal, heuristic) = (0.0, 0, 0);
        var left = new HashSet<int>();
        foreach (var group in _groupOf.Values.Distinct())
        {
            if (group.Solved is not { } solved)
            {
                heuristic++;
                left.UnionWith(group.Rows.SelectMany(row => _puzzle.System.VariablesOf(row).ToArray()).Where(variable => _puzzle.Levels[variable].IsNeeded));
                continue;
            }
            bound += solved.Bound;
            optimal += solved.IsOptimal ? 1 : 0;
            heuristic += solved.IsOptimal ? 0 : 1;
            for (var place = 0; place < solved.IsWithheld.Length; place++)
            {
                _puzzle.IsWithheld[group.Variables[place]] |= solved.IsWithheld[place];
            }
        }
        var opened = Auditor.Audit(_puzzle, left, cancellation: _cancellation).Opened;
        var tidyTime = TimeLeft > _options.OptimalTime / 4 ? TimeLeft : _options.OptimalTime / 4;
        new Heuristic(_puzzle).Protect(opened.Select(open => open.Variable), tidyTime, _cancellation);
        _progress?.Report(new(ProtectionStage.SecondarySuppression, 1, 1));
        return new(bound, optimal, heuristic);
    }

    /// <summary>Rows that are solved together.</summary>
    private sealed class RowGroup
    {
        public List<int> Rows { get; } = [];

        public bool IsMerged { get; set; }

        /// <summary>The unknowns of the solution, in its order.</summary>
        public int[] Variables { get; set; } = [];

        public Solved? Solved { get; set; }
    }
}
