using System.Net.Mail;
using OpenSocialMap.Server.Hosting;

namespace OpenSocialMap.Server.Catalogue;

/// <summary>Who keeps this server, as catalogues of open data want to know. Nobody is made up: without a setting it is the server itself.</summary>
public sealed record KeeperSettings
{
    /// <summary><c>OPENSOCIALMAP_KEEPER</c>: the organisation that publishes here.</summary>
    public string Name { get; init; } = "OpenSocialMap";

    /// <summary><c>OPENSOCIALMAP_CONTACT</c>, when it is a mail address: one of the organisation, not of a person.</summary>
    public string? Mail { get; init; }

    /// <summary><c>OPENSOCIALMAP_CONTACT</c>, when it is a page.</summary>
    public string? Page { get; init; }

    /// <exception cref="StartupException">The contact is neither.</exception>
    public static KeeperSettings Read(IConfiguration configuration)
    {
        var settings = new KeeperSettings { Name = configuration["OPENSOCIALMAP_KEEPER"] is { Length: > 0 } name ? name : "OpenSocialMap" };
        return configuration["OPENSOCIALMAP_CONTACT"] switch
        {
            null or "" => settings,
            var text when Uri.TryCreate(text, UriKind.Absolute, out var page) && page.Scheme is "http" or "https" => settings with { Page = page.ToString() },
            var text when MailAddress.TryCreate(text, out var mail) && mail.Address == text => settings with { Mail = text },
            var text => throw new StartupException($"OPENSOCIALMAP_CONTACT is '{text}'; it has to be a mail address or a page of the organisation that keeps this server."),
        };
    }
}
