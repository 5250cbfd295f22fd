using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Cli.Catalog;

/// <summary>An area and what it lies in.</summary>
internal sealed record CatalogArea(int Key, AreaKind Kind, string? Code, string Slug, int? Year, int? WijkKey, int? MunicipalityKey)
{
    /// <summary>The code of CBS, or the readable name of an area that has none.</summary>
    public string Name => Code ?? Slug;
}
