using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>All sockets and event streams of this server: counted, limited, looked at once a second by one timer, and ended when the server stops.</summary>
internal sealed class OpenStreams(ServerSettings settings, IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly HashSet<OpenStream> _open = [];
    private readonly Dictionary<Client, int> _clients = [];
    private readonly Lock _turn = new();
    private bool _stopping;

    public int Count
    {
        get
        {
            lock (_turn)
                return _open.Count;
        }
    }

    /// <summary>Counts a stream until it is taken out.</summary>
    /// <exception cref="RequestRefusedException">There are too many, or the server stops.</exception>
    public void Add(OpenStream stream, HttpResponse response)
    {
        lock (_turn)
        {
            var ofClient = _clients.GetValueOrDefault(stream.Client);
            if (_stopping || _open.Count >= settings.Streams.Total)
                throw Refuse(response, 503, "The server has no room for another stream now. Try again in a minute.", ErrorCodes.Overloaded);
            if (stream.Client.Kind != ClientKind.Local && ofClient >= settings.Streams.PerClient)
                throw Refuse(response, 429, $"At most {settings.Streams.PerClient} streams may be open for one client. Close one, or put several operations on one socket.", ErrorCodes.RateLimited);
            _open.Add(stream);
            _clients[stream.Client] = ofClient + 1;
        }
    }

    private static RequestRefusedException Refuse(HttpResponse response, int status, string message, string code)
    {
        response.Headers.RetryAfter = "60";
        return new RequestRefusedException(status, new GraphQLError(message, code));
    }

    public void Remove(OpenStream stream)
    {
        lock (_turn)
        {
            if (!_open.Remove(stream))
                return;
            if (--_clients[stream.Client] == 0)
                _clients.Remove(stream.Client);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        lifetime.ApplicationStopping.Register(StopAll);
        using var timer = new PeriodicTimer(Second);
        var streams = new List<OpenStream>();
        while (await timer.WaitForNextTickAsync(stop))
        {
            lock (_turn)
                streams.AddRange(_open);
            var now = Environment.TickCount64;
            foreach (var stream in streams)
                stream.Tick(now);
            streams.Clear();
        }
    }

    private void StopAll()
    {
        OpenStream[] streams;
        lock (_turn)
        {
            _stopping = true;
            streams = [.. _open];
        }
        foreach (var stream in streams)
            stream.Stop();
    }
}
