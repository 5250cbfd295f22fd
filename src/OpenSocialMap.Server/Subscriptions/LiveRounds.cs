using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Hosting;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>Runs the live queries again when the data has moved, one after the other, and tells those who follow them what differs.</summary>
internal sealed class LiveRounds(Topics topics, LiveSignal signal, OperationRunner runner, ServerSettings settings, ILogger<LiveRounds> log)
    : BackgroundService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        while (true)
        {
            await signal.WaitAsync(stop);
            var failed = false;
            foreach (var topic in topics.All<LiveTopic>())
                failed |= !await RunAsync(topic, stop);
            if (failed)
                signal.Raise();
            await Task.Delay(failed ? PauseAfterFailure : settings.Streams.LivePause, stop);
        }
    }

    /// <summary>Says whether it went well. A failure of ours is no answer: the round is repeated.</summary>
    private async Task<bool> RunAsync(LiveTopic topic, CancellationToken stop)
    {
        try
        {
            topic.Tell(new LiveAnswer(await runner.RunAsync(topic.Operation, OperationRunner.Own, stop, atLeast: signal.Version)));
            return true;
        }
        catch (GraphQLException refused) when (refused.Errors[0].Code != ErrorCodes.Overloaded)
        {
            topic.Tell(new LiveAnswer(refused.Errors));
            return true;
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            ServerFault.Explain(failure, log);
            return false;
        }
    }
}
