namespace OpenSocialMap.Cli.Catalog;

/// <summary>The four kinds of area.</summary>
internal enum AreaKind
{
    Municipality,
    Wijk,
    Buurt,
    Werkgebied,
}
