namespace OpenSocialMap.Disclosure.Attack;

/// <summary>Two rows are the same when they say the same of the same unknowns, in the same order.</summary>
sealed class LinearRowComparer : IEqualityComparer<LinearRow>
{
    public static LinearRowComparer Instance { get; } = new();

    public bool Equals(LinearRow? x, LinearRow? y) =>
        x!.Range == y!.Range && x.Variables.AsSpan().SequenceEqual(y.Variables) && x.Coefficients.AsSpan().SequenceEqual(y.Coefficients);

    public int GetHashCode(LinearRow row)
    {
        var hash = new HashCode();
        foreach (var variable in row.Variables)
        {
            hash.Add(variable);
        }
        return hash.ToHashCode();
    }
}
