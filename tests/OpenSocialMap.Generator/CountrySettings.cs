namespace OpenSocialMap.Generator;

/// <summary>Which country to make up. The same settings give the same rows; a city is the same however many others there are.</summary>
public sealed record CountrySettings
{
    /// <summary>As many as there are municipalities in the Netherlands.</summary>
    public const int MostCities = 342;

    public ulong Seed { get; init; } = 7;

    /// <summary>How many cities. The first is a town like Dordrecht, the others differ as real ones do.</summary>
    public int Cities { get; init; } = 1;

    /// <summary>How many partners, places and activities there are beside what the seed has for as many inhabitants.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The day on which all is written down: what is stated and confirmed lies before it, what is planned after it.</summary>
    public DateOnly Day { get; init; } = new(2026, 11, 1);
}
