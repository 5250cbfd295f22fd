using Microsoft.AspNetCore.HttpOverrides;

namespace OpenSocialMap.Server.Traffic;

/// <summary>Puts the limits on traffic into the server.</summary>
public static class TrafficRoutes
{
    public static IServiceCollection AddTraffic(this IServiceCollection services, TrafficSettings settings, int places) => services
        .AddSingleton(settings)
        .AddSingleton(new StatementGate(places, settings))
        .AddSingleton<RateLimits>()
        .Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // However many proxies a request passed: the way back ends at the first address that is none of them.
            forwarded.ForwardLimit = null;
            foreach (var network in settings.TrustedProxies)
                forwarded.KnownIPNetworks.Add(network);
        });
}
