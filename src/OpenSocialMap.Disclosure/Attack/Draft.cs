namespace OpenSocialMap.Disclosure.Attack;

/// <summary>An unknown while all that is known of it is gathered; intervals are of its value here.</summary>
sealed class Draft(int index, string name, double truth, bool isWhole)
{
    public int Index { get; } = index;

    public string Name { get; } = name;

    public double Truth { get; } = truth;

    public bool IsWhole { get; } = isWhole;

    /// <summary>What the world knows of it without any figure: no protection goes beyond that.</summary>
    public Interval Assumed { get; private set; } = Interval.Everything;

    /// <summary>That, and what was told of it.</summary>
    public Interval Known { get; private set; } = Interval.Everything;

    /// <summary>What telling it now would add.</summary>
    public Interval Told { get; set; } = Interval.Everything;

    /// <summary>What withholding it now would add, to whoever knows the policy.</summary>
    public Interval Withheld { get; set; } = Interval.Everything;

    public ProtectionLevel Level { get; set; }

    public Choice Choice { get; set; } = Choice.Withheld;

    public double Weight { get; set; }

    public void Assume(Interval interval)
    {
        Assumed = Assumed.And(interval);
        Known = Known.And(interval);
    }

    public void Learn(Interval interval) => Known = Known.And(interval);

    /// <summary>What was told so far can't be taken back: from here on it is what the world knows anyway.</summary>
    public void Settle() => Assumed = Known;

    /// <summary>The unknown, with its level within what is possible at all.</summary>
    public Unknown Finished()
    {
        var room = Assumed.And(Withheld).Shifted(-Truth);
        var level = new ProtectionLevel(Math.Min(Level.Down, -room.Lower), Math.Min(Level.Up, room.Upper), Math.Min(Level.Sliding, room.Width));
        return new(Name, Truth, Known.And(Told).Shifted(-Truth), Known.And(Withheld).Shifted(-Truth), IsWhole, Choice, level, Weight);
    }
}
