namespace OpenSocialMap.Data.Model;

/// <summary>That a working area takes in a wijk, and why we think so.</summary>
public sealed class WerkgebiedWijk : Fact
{
    public int WerkgebiedKey { get; set; }
    public Werkgebied Werkgebied { get; set; } = null!;
    public int WijkKey { get; set; }
    public Wijk Wijk { get; set; } = null!;
    public Coverage Coverage { get; set; }
    public string Reason { get; set; } = null!;
    public bool Visible { get; private set; }
}
