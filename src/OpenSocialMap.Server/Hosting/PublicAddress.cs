namespace OpenSocialMap.Server.Hosting;

/// <summary>The address under which the world reaches this server: as configured, or else as the request itself names it.</summary>
public sealed class PublicAddress(ServerSettings settings)
{
    private readonly string? _configured = settings.PublicUrl?.ToString().TrimEnd('/');

    public string Of(HttpRequest request) => _configured ?? $"{request.Scheme}://{request.Host}";
}
