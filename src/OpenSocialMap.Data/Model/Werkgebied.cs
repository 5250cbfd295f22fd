namespace OpenSocialMap.Data.Model;

/// <summary>An area that an organisation works in, such as Krispijn: some wijken together, whole or in part.</summary>
public sealed class Werkgebied : Area
{
    public int? UsedByKey { get; set; }
    public Partner? UsedBy { get; set; }
    public List<Wijk> Wijken { get; } = [];
    public List<WerkgebiedWijk> WijkLinks { get; } = [];
}
