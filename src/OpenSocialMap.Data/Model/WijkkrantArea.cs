namespace OpenSocialMap.Data.Model;

/// <summary>That a neighbourhood newspaper is made for an area.</summary>
public sealed class WijkkrantArea
{
    public int WijkkrantKey { get; set; }
    public Wijkkrant Wijkkrant { get; set; } = null!;
    public int AreaKey { get; set; }
    public Area Area { get; set; } = null!;
    public bool Visible { get; private set; }
}
