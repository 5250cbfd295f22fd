namespace OpenSocialMap.Data.Model;

/// <summary>What a figure is about, such as the number of inhabitants.</summary>
public sealed class Indicator : NamedRecord
{
    /// <summary>Such as "persons" or "percent".</summary>
    public string Unit { get; set; } = null!;

    public int Decimals { get; set; }
    public List<Observation> Observations { get; } = [];
}
