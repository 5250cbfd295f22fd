namespace OpenSocialMap.Disclosure.Attack;

/// <summary>
/// The unknowns within so many rows from one of them. What can be moved inside while its rim stands still can be moved in the whole;
/// what can't be moved inside even while the rim moves at will can't be moved at all. So an attack seldom has to look at everything.
/// </summary>
sealed class Neighbourhood
{
    private Neighbourhood(List<int> variables, List<int> rows, bool[] isRim)
    {
        Variables = variables;
        Rows = rows;
        IsRim = isRim;
        IsWhole = !isRim.Contains(true);
    }

    public List<int> Variables { get; }

    public List<int> Rows { get; }

    /// <summary>For each of <see cref="Variables"/>: whether it is also in rows further out.</summary>
    public bool[] IsRim { get; }

    /// <summary>There is nothing further out.</summary>
    public bool IsWhole { get; }

    public static Neighbourhood Around(LinearSystem system, int centre, int radius, Func<int, bool> moves)
    {
        var variables = new List<int> { centre };
        var rows = new List<int>();
        var (seenVariables, seenRows) = (new HashSet<int> { centre }, new HashSet<int>());
        var from = 0;
        for (var distance = 0; distance < radius && from < variables.Count; distance++)
        {
            var to = variables.Count;
            for (; from < to; from++)
            {
                foreach (var row in system.RowsOf(variables[from]))
                {
                    if (!seenRows.Add(row))
                    {
                        continue;
                    }
                    rows.Add(row);
                    foreach (var variable in system.VariablesOf(row))
                    {
                        if (moves(variable) && seenVariables.Add(variable))
                        {
                            variables.Add(variable);
                        }
                    }
                }
            }
        }
        var isRim = new bool[variables.Count];
        for (var index = from; index < variables.Count; index++)
        {
            foreach (var row in system.RowsOf(variables[index]))
            {
                isRim[index] |= !seenRows.Contains(row);
            }
        }
        return new(variables, rows, isRim);
    }
}
