namespace OpenSocialMap.Disclosure.Attack;

/// <summary>The numbers from one to another, both included.</summary>
readonly record struct Interval(double Lower, double Upper)
{
    public static Interval Everything { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    public double Width => Upper - Lower;

    public bool IsPoint => Upper - Lower < 1e-9;

    public static Interval At(double value) => new(value, value);

    public static Interval Around(double value, double distance) => new(value - distance, value + distance);

    public Interval And(Interval other) => new(Math.Max(Lower, other.Lower), Math.Min(Upper, other.Upper));

    public Interval Shifted(double by) => new(Lower + by, Upper + by);
}
