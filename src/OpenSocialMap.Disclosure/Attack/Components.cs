namespace OpenSocialMap.Disclosure.Attack;

/// <summary>The groups of unknowns that hang together: what is found out in one tells nothing about another.</summary>
static class Components
{
    /// <summary>The groups, of what <paramref name="moves"/>, that hold one of <paramref name="centres"/>; those with more than <paramref name="limit"/> unknowns are not gathered to the end.</summary>
    public static IEnumerable<Component> Around(LinearSystem system, IEnumerable<int> centres, Func<int, bool> moves, int limit = int.MaxValue)
    {
        var seen = new HashSet<int>();
        var seenRows = new HashSet<int>();
        foreach (var centre in centres)
        {
            if (!seen.Add(centre))
            {
                continue;
            }
            var component = new Component([centre], []);
            if (!moves(centre))
            {
                yield return component;
                continue;
            }
            for (var next = 0; next < component.Variables.Count && component.Variables.Count <= limit; next++)
            {
                foreach (var row in system.RowsOf(component.Variables[next]))
                {
                    if (!seenRows.Add(row))
                    {
                        continue;
                    }
                    component.Rows.Add(row);
                    foreach (var variable in system.VariablesOf(row))
                    {
                        if (moves(variable) && seen.Add(variable))
                        {
                            component.Variables.Add(variable);
                        }
                    }
                }
            }
            yield return component;
        }
    }
}
