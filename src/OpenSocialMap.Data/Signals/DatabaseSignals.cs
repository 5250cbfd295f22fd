using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace OpenSocialMap.Data.Signals;

/// <summary>
/// Hears what the database tells its servers (LISTEN and NOTIFY) on a connection of its own. A connection can be dead without anybody
/// saying so; this one is asked for the data's version twice a second, so silence is noticed.
/// </summary>
public sealed class DatabaseSignals
{
    static readonly TimeSpan Pulse = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    readonly NpgsqlDataSource _primary;
    readonly ILogger _log;
    readonly Dictionary<string, Action<string>> _channels = [];

    public DatabaseSignals(NpgsqlDataSource primary, ILogger log)
    {
        (_primary, _log) = (primary, log);
        Hear("socialmap_data", payload => Version.Moved(long.Parse(payload, CultureInfo.InvariantCulture)));
    }

    /// <summary>The data's version, as far as it is known here.</summary>
    public DataVersion Version { get; } = new();

    /// <summary>The connection was lost and is there again: what was said meanwhile was not heard.</summary>
    public event Action? Resumed;

    /// <summary>Has the payloads of a channel handed over, in the order of the commits. To be said before <see cref="RunAsync"/>.</summary>
    public void Hear(string channel, Action<string> take) => _channels[channel] = _channels.GetValueOrDefault(channel) + take;

    /// <summary>Listens until told to stop; a lost connection is made again.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var resuming = false;
        while (true)
        {
            try
            {
                await ListenAsync(resuming, stop);
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                // Whatever went wrong, a server that listens no more is worse than one that tries again.
                if (Version.Lost())
                    Log.Deaf(_log, failure.Message);
                resuming = true;
            }
            await Task.Delay(Pause, stop);
        }
    }

    async Task ListenAsync(bool resuming, CancellationToken stop)
    {
        await using var connection = await _primary.OpenConnectionAsync(stop);
        connection.Notification += (_, heard) => Take(heard.Channel, heard.Payload);
        await using var listen = new NpgsqlCommand(string.Concat(_channels.Keys.Select(channel => $"listen {channel};")), connection);
        await listen.ExecuteNonQueryAsync(stop);
        await using var ask = new NpgsqlCommand("select version from core.data_version", connection) { CommandTimeout = 1 };
        await AskAsync(ask, stop);
        if (resuming)
        {
            Log.HearingAgain(_log);
            Resumed?.Invoke();
        }
        while (true)
        {
            await connection.WaitAsync(Pulse, stop);
            await AskAsync(ask, stop);
        }
    }

    async Task AskAsync(NpgsqlCommand ask, CancellationToken stop)
    {
        var asked = Environment.TickCount64;
        Version.Heard((long)(await ask.ExecuteScalarAsync(stop))!, asked);
    }

    void Take(string channel, string payload)
    {
        if (_channels.TryGetValue(channel, out var take))
            take(payload);
    }
}
