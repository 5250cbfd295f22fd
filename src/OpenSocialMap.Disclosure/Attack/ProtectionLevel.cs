namespace OpenSocialMap.Disclosure.Attack;

/// <summary>
/// How uncertain an attacker has to stay about a cell, in the cell's unit: down from the true value, up from it, and in all
/// (lower, upper and sliding protection level in Fischetti and Salazar's words).
/// </summary>
readonly record struct ProtectionLevel(double Down, double Up, double Sliding)
{
    private const double Tolerance = 1e-6;

    public bool IsNeeded => Down > 0 || Up > 0 || Sliding > 0;

    /// <summary>The width that the interval as a whole has to have.</summary>
    public double Width => Math.Max(Sliding, Down + Up);

    /// <summary>No attack needs to look further than this from the true value.</summary>
    public double Reach => Math.Max(Sliding, Math.Max(Down, Up));

    /// <summary>Whether values from <paramref name="down"/> below to <paramref name="up"/> above the true one leave the attacker uncertain enough.</summary>
    public bool IsReached(double down, double up) => down >= Down - Tolerance && up >= Up - Tolerance && down + up >= Sliding - Tolerance;
}
