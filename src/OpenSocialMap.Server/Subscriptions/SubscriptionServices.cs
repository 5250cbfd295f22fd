using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Sql;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>The services behind subscriptions and live queries.</summary>
internal static class SubscriptionServices
{
    public static IServiceCollection AddSubscriptions(this IServiceCollection services) => services
        .AddSingleton<LiveSignal>()
        .AddSingleton<ReaderVersion>()
        .AddSingleton<Topics>()
        .AddSingleton<OperationReader>()
        .AddSingleton<OpenStreams>()
        .AddSingleton(provider => new EventStreams(
            provider.GetRequiredService<Topics>(), provider.GetRequiredService<OpenStreams>(), provider.GetRequiredService<StatementRunner>(), provider.GetRequiredService<ServerSettings>()))
        .AddSingleton<Sockets>()
        .AddHostedService(provider => provider.GetRequiredService<OpenStreams>())
        .AddHostedService<ChangeTeller>()
        .AddHostedService<LiveRounds>();
}
