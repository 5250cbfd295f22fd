namespace OpenSocialMap.Server.Catalogue.Charts;

/// <summary>Round numbers along an axis, from the first at or below the least value to the first at or above the most.</summary>
internal sealed record Ticks(decimal From, decimal To, decimal Step)
{
    private const int Wanted = 5;

    public int Decimals { get; } = Step >= 1 ? 0 : (int)Math.Ceiling(-Math.Log10((double)Step) - 1e-9);

    public IEnumerable<decimal> All
    {
        get
        {
            for (var tick = From; tick <= To; tick += Step)
                yield return tick;
        }
    }

    public static Ticks Over(decimal least, decimal most)
    {
        least = Math.Min(least, 0);
        most = Math.Max(most, least + 1e-6m);
        var rough = (most - least) / Wanted;
        var unit = 0.0000001m;
        while (unit * 10 <= rough)
            unit *= 10;
        var step = rough <= unit ? unit : rough <= unit * 2 ? unit * 2 : rough <= unit * 5 ? unit * 5 : unit * 10;
        return new Ticks(Math.Floor(least / step) * step, Math.Ceiling(most / step) * step, step);
    }
}
