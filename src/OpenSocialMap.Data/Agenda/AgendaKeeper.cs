using Microsoft.Extensions.Logging;
using Npgsql;
using OpenSocialMap.Data.Signals;

namespace OpenSocialMap.Data.Agenda;

/// <summary>
/// Keeps the agenda: works out what follows from a write as soon as the database tells of it, and moves the agenda on to the next day. Each server
/// runs one; the database's lock lets one work at a time, and what is to be done stands in the database, so a restart loses nothing.
/// </summary>
public sealed class AgendaKeeper
{
    private const int Batch = 500;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly NpgsqlDataSource _primary;
    private readonly ILogger _log;
    private TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _failing;
    private bool _hasRenewed;

    internal AgendaKeeper(NpgsqlDataSource primary, DatabaseSignals signals, ILogger log)
    {
        (_primary, _log) = (primary, log);
        signals.Hear("socialmap_agenda", _ => Wake());
        signals.Resumed += Wake;
    }

    /// <summary>Goes on until told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            // What is told from here on may come too late for the work below, so it counts for the next time.
            var told = _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(stop);
            waiting.CancelAfter(await TryAsync(stop));
            try
            {
                await told.Task.WaitAsync(waiting.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                // Nobody told anything; it is time to look by itself.
            }
        }
    }

    /// <summary>Does all that there is to do now, in transactions that are short enough not to be in anybody's way.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        await using var connection = await _primary.OpenConnectionAsync(cancellation);
        if (!_hasRenewed)
            await DoAsync(connection, async (open, stop) => { await AgendaQueue.RenewSummariesAsync(open, stop); return _hasRenewed = true; }, cancellation);
        if (!await HasWorkAsync(connection, cancellation))
            return;
        await DoAsync(connection, AgendaQueue.MoveDayAsync, cancellation);
        while (await DoAsync(connection, (open, stop) => AgendaQueue.WorkAsync(open, Batch, stop), cancellation))
        {
        }
    }

    /// <summary>The same within a transaction of the caller's, which has taken <see cref="AgendaQueue.LockAsync"/> first of all.</summary>
    internal static async Task KeepWithinAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await AgendaQueue.RenewSummariesAsync(connection, cancellation);
        await AgendaQueue.MoveDayAsync(connection, cancellation);
        while (await AgendaQueue.WorkAsync(connection, Batch, cancellation))
        {
        }
    }

    private void Wake() => _told.TrySetResult();

    /// <summary>How long to wait for the next time.</summary>
    private async Task<TimeSpan> TryAsync(CancellationToken stop)
    {
        try
        {
            await KeepAsync(stop);
            _failing = false;
            return await UntilMidnightAsync(stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            if (!_failing)
                Log.AgendaNotKept(_log, failure.Message);
            _failing = true;
            return Pause;
        }
    }

    private static async Task<bool> DoAsync(
        NpgsqlConnection connection, Func<NpgsqlConnection, CancellationToken, Task<bool>> work, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await AgendaQueue.LockAsync(connection, cancellation);
        var done = await work(connection, cancellation);
        await transaction.CommitAsync(cancellation);
        return done;
    }

    private static async Task<bool> HasWorkAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select exists (select from core.agenda_due)
              or exists (select from core.agenda_day where not fixed and day <> (now() at time zone 'Europe/Amsterdam')::date)
            """,
            connection);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    private async Task<TimeSpan> UntilMidnightAsync(CancellationToken cancellation)
    {
        await using var command = _primary.CreateCommand(
            "select extract(epoch from ((now() at time zone 'Europe/Amsterdam')::date + 1)::timestamp at time zone 'Europe/Amsterdam' - now())::float8");
        var seconds = (double)(await command.ExecuteScalarAsync(cancellation))!;
        return TimeSpan.FromSeconds(Math.Clamp(seconds + 0.05, 0.05, Longest.TotalSeconds));
    }
}
