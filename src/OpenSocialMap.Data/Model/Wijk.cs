namespace OpenSocialMap.Data.Model;

/// <summary>A wijk of the division of CBS.</summary>
public sealed class Wijk : Area
{
    public List<Buurt> Buurten { get; } = [];
    public List<Werkgebied> Werkgebieden { get; } = [];
    public List<WerkgebiedWijk> WerkgebiedLinks { get; } = [];
}
