using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>No fragment spreads itself, directly or through others.
/// https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles</summary>
internal sealed class NoFragmentCycles(ValidationContext context) : Rule(context)
{
    private readonly HashSet<string> _visited = [];
    private readonly List<FragmentSpread> _path = [];
    private readonly Dictionary<string, int> _pathIndex = [];
    // A stack of our own: a chain of fragments can be longer than the thread's stack is deep.
    private readonly Stack<(string Fragment, IEnumerator<FragmentSpread> Spreads)> _open = [];

    public override void EnterFragment(FragmentDefinition fragment)
    {
        TryOpen(fragment);
        while (_open.TryPeek(out var top))
        {
            if (top.Spreads.MoveNext())
            {
                Follow(top.Spreads.Current);
            }
            else
            {
                _open.Pop();
                _pathIndex.Remove(top.Fragment);
                // The spread that led here.
                if (_path.Count > 0) _path.RemoveAt(_path.Count - 1);
            }
        }
    }

    private bool TryOpen(FragmentDefinition fragment)
    {
        var name = fragment.Name.Value;
        if (!_visited.Add(name)) return false;
        _pathIndex[name] = _path.Count;
        _open.Push((name, Context.SpreadsIn(fragment.Selections).GetEnumerator()));
        return true;
    }

    private void Follow(FragmentSpread spread)
    {
        var name = spread.Name.Value;
        _path.Add(spread);
        if (_pathIndex.TryGetValue(name, out var start))
        {
            ReportCycle(name, _path[start..]);
        }
        else if (Context.Fragment(name) is { } fragment && TryOpen(fragment))
        {
            return;
        }
        _path.RemoveAt(_path.Count - 1);
    }

    private void ReportCycle(string name, List<FragmentSpread> cycle)
    {
        Context.SpendFragmentWork(cycle.Count);
        var via = string.Join(", ", cycle.SkipLast(1).Select(spread => $"\"{spread.Name.Value}\""));
        Context.Report($"Cannot spread fragment \"{name}\" within itself{(via == "" ? "." : $" via {via}.")}", cycle);
    }
}
