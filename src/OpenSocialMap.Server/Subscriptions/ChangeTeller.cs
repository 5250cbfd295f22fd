using System.Threading.Channels;
using OpenSocialMap.Data;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Sql;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>
/// Tells subscribers what the database says has changed. One statement at a time, so that a busy day of subscriptions never takes more than one
/// of the connections that queries need; when that is too slow, or something was missed, all are told to ask anew.
/// </summary>
internal sealed class ChangeTeller : BackgroundService
{
    private const int MaxWaiting = 256;
    private readonly Channel<string> _heard = Channel.CreateBounded<string>(MaxWaiting);
    private readonly Topics _topics;
    private readonly OperationRunner _runner;
    private readonly ILogger<ChangeTeller> _log;
    private bool _missed;

    public ChangeTeller(SocialMapDatabase database, Topics topics, OperationRunner runner, ILogger<ChangeTeller> log)
    {
        (_topics, _runner, _log) = (topics, runner, log);
        database.Signals.Hear("socialmap_changes", Hear);
        database.Signals.Resumed += () => Hear("""{"version":0}""");
    }

    private void Hear(string payload)
    {
        if (!_heard.Writer.TryWrite(payload))
            Volatile.Write(ref _missed, true);
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        await foreach (var payload in _heard.Reader.ReadAllAsync(stop))
        {
            var topics = _topics.All<ChangeTopic>();
            if (Interlocked.Exchange(ref _missed, false))
            {
                while (_heard.Reader.TryRead(out _))
                    continue;
                Refresh(topics);
            }
            else if (topics.Length > 0)
            {
                await TellAsync(ToldChanges.Parse(payload), topics, stop);
            }
        }
    }

    private async Task TellAsync(ToldChanges told, ChangeTopic[] topics, CancellationToken stop)
    {
        if (told.Changes is null)
        {
            Refresh(topics);
            return;
        }
        foreach (var change in told.Changes)
        {
            foreach (var topic in topics)
            {
                if (topic.Filter.Of(change) is { } about)
                    topic.Tell(await AnswerAsync(topic, about, told.Version, stop));
            }
        }
    }

    private static void Refresh(ChangeTopic[] topics)
    {
        foreach (var topic in topics)
            topic.Refresh();
    }

    private async Task<byte[]> AnswerAsync(ChangeTopic topic, ChangeEvent about, long version, CancellationToken stop)
    {
        try
        {
            return await _runner.RunAsync(topic.Operation, OperationRunner.Own, stop, about, version);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            return ResponseWriter.Errors(ServerFault.Explain(failure, _log));
        }
    }
}
