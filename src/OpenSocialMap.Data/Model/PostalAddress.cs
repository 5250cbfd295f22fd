namespace OpenSocialMap.Data.Model;

/// <summary>A postal address, as far as a source gives it.</summary>
public sealed class PostalAddress
{
    public string? StreetAddress { get; set; }
    public string? PostalCode { get; set; }
    public string AddressLocality { get; set; } = "Dordrecht";
    public string? Note { get; set; }
}
