namespace OpenSocialMap.Server.Subscriptions;

/// <summary>The services behind subscriptions and live queries.</summary>
internal static class SubscriptionServices
{
    public static IServiceCollection AddSubscriptions(this IServiceCollection services) => services
        .AddSingleton<LiveSignal>()
        .AddSingleton<OperationReader>()
        .AddSingleton<OperationRunner>()
        .AddSingleton<Topics>()
        .AddSingleton<OpenStreams>()
        .AddSingleton<EventStreams>()
        .AddSingleton<Sockets>()
        .AddHostedService(provider => provider.GetRequiredService<OpenStreams>())
        .AddHostedService<ChangeTeller>()
        .AddHostedService<LiveRounds>();
}
