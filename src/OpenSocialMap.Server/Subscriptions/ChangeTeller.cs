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
    private readonly StatementRunner _runner;
    private readonly ReaderVersion _reader;
    private readonly ILogger<ChangeTeller> _log;
    private bool _missed;

    public ChangeTeller(SocialMapDatabase database, Topics topics, StatementRunner runner, ReaderVersion reader, ILogger<ChangeTeller> log)
    {
        (_topics, _runner, _reader, _log) = (topics, runner, reader, log);
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
        var reached = false;
        foreach (var change in told.Changes)
        {
            foreach (var topic in topics)
            {
                if (topic.Filter.Of(change) is not { } about)
                    continue;
                if (!reached)
                    await ReachAsync(told.Version, stop);
                reached = true;
                topic.Tell(await AnswerAsync(topic, about, stop));
            }
        }
    }

    private static void Refresh(ChangeTopic[] topics)
    {
        foreach (var topic in topics)
            topic.Refresh();
    }

    private async Task ReachAsync(long version, CancellationToken stop)
    {
        try
        {
            await _reader.ReachAsync(version, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            // The answers will fail in the same way, and each subscriber is told.
            ServerFault.Explain(failure, _log);
        }
    }

    private async Task<byte[]> AnswerAsync(ChangeTopic topic, ChangeEvent about, CancellationToken stop)
    {
        try
        {
            var statement = topic.Operation.Statement;
            return ResponseWriter.Json(statement, await _runner.Run(statement, topic.Operation.Source(about), stop));
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            return ResponseWriter.Json(ServerFault.Explain(failure, _log));
        }
    }
}
