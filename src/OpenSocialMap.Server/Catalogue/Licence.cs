namespace OpenSocialMap.Server.Catalogue;

/// <summary>Where licences, which the data names as SPDX does, are on the web.</summary>
internal static class Licence
{
    /// <summary>The text of the licence; null when it is unknown.</summary>
    public static string? AddressOf(string? licence) => licence switch
    {
        "CC-BY-4.0" => "https://creativecommons.org/licenses/by/4.0/",
        "CC0-1.0" => "https://creativecommons.org/publicdomain/zero/1.0/",
        null => null,
        _ => $"https://spdx.org/licenses/{licence}",
    };

    /// <summary>The licence in the list of the European Union, which portals know; else its text.</summary>
    public static string? ListedAs(string? licence) => licence switch
    {
        "CC-BY-4.0" => "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0",
        "CC0-1.0" => "http://publications.europa.eu/resource/authority/licence/CC0",
        _ => AddressOf(licence),
    };
}
