using System.Net;

namespace OpenSocialMap.Server.Hosting;

/// <summary>The address under which the world reaches this server: as configured, or else as the request itself names it.</summary>
public sealed class PublicAddress(ServerSettings settings)
{
    private readonly string? _configured = settings.PublicUrl?.ToString().TrimEnd('/');

    // A proxy's word for the scheme may be anything, and ends in links.
    public string Of(HttpRequest request) => _configured ?? $"{(request.IsHttps ? "https" : "http")}://{Authority(request)}";

    /// <summary>A request that names no host means where it arrived. https://www.rfc-editor.org/rfc/rfc9112#section-3.3</summary>
    private static string Authority(HttpRequest request)
    {
        if (request.Host.HasValue)
            return request.Host.ToString();
        var arrival = request.HttpContext.Connection;
        return arrival.LocalIpAddress is { } address
            ? new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, arrival.LocalPort).ToString()
            : "localhost";
    }
}
