using System.Text;

namespace OpenSocialMap.Bench;

/// <summary>All servers of one database, and the races that they run.</summary>
internal sealed class Contest : IAsyncDisposable
{
    private readonly BenchSettings _settings;
    private readonly BenchDatabase _database;
    private readonly List<ServerProcess> _servers = [];

    private Contest(BenchSettings settings, BenchDatabase database) => (_settings, _database) = (settings, database);

    public HttpContender Ours { get; private set; } = null!;
    public HttpContender Floor { get; private set; } = null!;
    public HttpContender? Peer { get; private set; }
    public PgbenchContender? Pgbench { get; private set; }

    /// <summary>Ours with its cache of answers, which all other measurements leave out.</summary>
    public HttpContender Cached { get; private set; } = null!;

    /// <summary>The floor, sending as many bytes again and again without looking at the request.</summary>
    public HttpContender Constant { get; private set; } = null!;

    public static async Task<Contest> StartAsync(BenchSettings settings, BenchDatabase database, CancellationToken cancellation)
    {
        var contest = new Contest(settings, database);
        try
        {
            await contest.StartServersAsync(cancellation);
            return contest;
        }
        catch
        {
            await contest.DisposeAsync();
            throw;
        }
    }

    public static Task<ServerProcess> StartOursAsync(BenchSettings settings, BenchDatabase database, bool cache, CancellationToken cancellation) =>
        // The limits count as always, but load from one address may not reach them.
        ServerProcess.StartAsync([settings.Server], database, cancellation,
            [("OPENSOCIALMAP_RATE_ANONYMOUS", "2000000000"), .. cache ? Array.Empty<(string, string)>() : [("OPENSOCIALMAP_CACHE_MB", "0")]]);

    private async Task StartServersAsync(CancellationToken cancellation)
    {
        Ours = Contender("ours", await StartOursAsync(_settings, _database, cache: false, cancellation));
        Cached = Contender("cached", await StartOursAsync(_settings, _database, cache: true, cancellation));
        var floor = await ServerProcess.StartAsync([typeof(Contest).Assembly.Location, "floor"], _database, cancellation);
        Floor = Contender("floor", floor);
        if (_settings.Peer is { } folder)
        {
            var peer = await ServerProcess.StartPeerAsync(folder, _database, cancellation);
            _servers.Add(peer);
            Peer = new HttpContender("PostGraphile", peer, _database, _settings.Connections) { Bodies = operation => operation.PeerBodies };
        }
        var programs = Directory.GetFiles("/usr/lib/postgresql", "pgbench", SearchOption.AllDirectories);
        Pgbench = programs.Length > 0 ? new PgbenchContender(_database, programs.Max(StringComparer.Ordinal)!) : null;
    }

    private HttpContender Contender(string name, ServerProcess server)
    {
        _servers.Add(server);
        return new HttpContender(name, server, _database, _settings.Connections);
    }

    /// <summary>One race for each operation, and one for an operation whose answers are kept.</summary>
    public async Task<IReadOnlyList<Race>> RacesAsync(IReadOnlyList<Operation> operations, CancellationToken cancellation)
    {
        var races = operations.Select(operation => new Race(operation.Name, operation, [.. Asked(operation)])).ToList();
        if (operations.FirstOrDefault(operation => operation.Name == "nested") is { } nested)
        {
            Constant = new HttpContender("constant", Floor.Server, _database, _settings.Connections)
            {
                Route = $"/constant/{await SizeAsync(nested, cancellation)}",
            };
            races.Add(new Race("nested, kept", nested, [Cached, Constant]));
        }
        return races;
    }

    private async Task<int> SizeAsync(Operation operation, CancellationToken cancellation)
    {
        using var client = new Client(Ours.Server.Port);
        await client.ConnectAsync(cancellation);
        return (await client.AskAsync(client.Request(Encoding.UTF8.GetBytes(operation.Bodies[0])), cancellation)).Length;
    }

    private IEnumerable<IContender> Asked(Operation operation)
    {
        yield return Ours;
        yield return Floor;
        if (Peer is { } peer && operation.PeerBodies.Count > 0)
            yield return peer;
        if (Pgbench is { } pgbench && PgbenchContender.Knows(operation))
            yield return pgbench;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
    }
}
