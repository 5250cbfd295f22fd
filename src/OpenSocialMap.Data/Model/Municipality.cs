namespace OpenSocialMap.Data.Model;

/// <summary>A gemeente.</summary>
public sealed class Municipality : Area
{
    public List<Wijk> Wijken { get; } = [];
    public List<Buurt> Buurten { get; } = [];
    public List<Werkgebied> Werkgebieden { get; } = [];
}
