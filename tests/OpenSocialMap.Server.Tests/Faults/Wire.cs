using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace OpenSocialMap.Server.Tests.Faults;

/// <summary>The network between a server and its PostgreSQL, which a test can cut in the middle of an answer or let fall silent.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _socket;
    private readonly Task _accepting;
    private volatile TaskCompletionSource _flows = Completed();
    private volatile Scissors? _scissors;

    private Wire(NpgsqlConnectionStringBuilder postgres)
    {
        _socket = Path.Combine(postgres.Host!, $".s.PGSQL.{postgres.Port}");
        _listener.Start();
        _accepting = AcceptAsync();
        postgres.Host = "127.0.0.1";
        postgres.Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        ConnectionString = postgres.ConnectionString;
    }

    /// <param name="After">How many bytes of PostgreSQL's still come through on each connection.</param>
    private sealed class Scissors(int after, int times)
    {
        private int _times = times;

        public int After => after;

        public bool Cut() => Interlocked.Decrement(ref _times) >= 0;
    }

    /// <summary>The way to the database that leads over this wire.</summary>
    public string ConnectionString { get; }

    public static Wire Before(string connectionString) => new(new NpgsqlConnectionStringBuilder(connectionString));

    /// <summary>Cuts connections when so many more bytes of PostgreSQL's have come through, as often as said.</summary>
    public void CutAfter(int bytes, int times) => _scissors = new Scissors(bytes, times);

    /// <summary>Lets nothing through any more, and says so to nobody.</summary>
    public void FallSilent() => _flows = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>All is well again.</summary>
    public void Mend()
    {
        _scissors = null;
        _flows.TrySetResult();
    }

    private static TaskCompletionSource Completed()
    {
        var completed = new TaskCompletionSource();
        completed.SetResult();
        return completed;
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
                open.Add(ConnectAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ConnectAsync(Socket client)
    {
        using var near = client;
        using var far = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await far.ConnectAsync(new UnixDomainSocketEndPoint(_socket), _stop.Token);
            await Task.WhenAny(PumpAsync(near, far, canBeCut: false), PumpAsync(far, near, canBeCut: true));
        }
        catch (Exception over) when (over is SocketException or OperationCanceledException)
        {
            // Whichever end goes away takes the other with it.
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool canBeCut)
    {
        var buffer = new byte[16 * 1024];
        var (scissors, passed) = (_scissors, 0);
        while (await from.ReceiveAsync(buffer, _stop.Token) is > 0 and var count)
        {
            await _flows.Task.WaitAsync(_stop.Token);
            if (!ReferenceEquals(scissors, _scissors))
                (scissors, passed) = (_scissors, 0);
            if (canBeCut && scissors is not null && passed + count > scissors.After && scissors.Cut())
            {
                await to.SendAsync(buffer.AsMemory(0, Math.Max(0, scissors.After - passed)), _stop.Token);
                return;
            }
            await to.SendAsync(buffer.AsMemory(0, count), _stop.Token);
            passed += count;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _stop.Dispose();
    }
}
