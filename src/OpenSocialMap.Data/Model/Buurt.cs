namespace OpenSocialMap.Data.Model;

/// <summary>The smallest area of the division of CBS.</summary>
public sealed class Buurt : Area
{
    public int WijkKey { get; set; }
    public Wijk Wijk { get; set; } = null!;
}
