using System.Net.Sockets;
using System.Text;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Subscriptions;

/// <summary>A client that does not read what it asked for is cut, and nobody else notices.</summary>
[Collection(WaitingCollection.Name)]
public sealed class SlowClientTests(PostgresFixture postgres) : SubscriptionTests(postgres)
{
    private const int Writes = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    internal override OpenSocialMap.Server.Subscriptions.StreamSettings Streams => base.Streams with { Message = TimeSpan.FromSeconds(2) };

    [Fact]
    public async Task A_stream_that_is_not_read_ends()
    {
        const string Body = """{"query":"subscription { activityChanged { activity { description } } }"}""";
        using var slow = await ConnectAsync($"POST /graphql HTTP/1.1\r\nHost: test\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");

        await WriteMuchAsync();

        await ReadToTheEndAsync(slow.GetStream());
    }

    [Fact]
    public async Task A_socket_that_is_not_read_is_closed()
    {
        using var slow = await ConnectAsync(
            "GET /graphql HTTP/1.1\r\nHost: test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n");
        var stream = slow.GetStream();
        await stream.WriteAsync(Frame("""{"type":"connection_init"}"""));
        await stream.WriteAsync(Frame("""{"id":"1","type":"subscribe","payload":{"query":"subscription { activityChanged { activity { description } } }"}}"""));
        await stream.WriteAsync(Frame("""{"type":"ping"}"""));
        await ReadUntilAsync(stream, "pong");

        await WriteMuchAsync();

        await ReadToTheEndAsync(stream);
    }

    private async Task<TcpClient> ConnectAsync(string request)
    {
        var client = new TcpClient { ReceiveBufferSize = 8 * 1024 };
        await client.ConnectAsync(Server.Address.Host, Server.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        await ReadUntilAsync(client.GetStream(), "\r\n\r\n");
        return client;
    }

    /// <summary>A frame of a client, masked with zeros.</summary>
    private static byte[] Frame(string text) => [0x81, .. text.Length < 126 ? (byte[])[(byte)(0x80 | text.Length)] : [0x80 | 126, (byte)(text.Length >> 8), (byte)text.Length], 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(text)];

    /// <summary>Each write is heard by a client that reads, so it went to the slow one too.</summary>
    private async Task WriteMuchAsync()
    {
        using var quick = await FollowAsync();
        for (var n = 0; n < Writes; n++)
        {
            await WriteAsync($"update core.activity set description = repeat('much ', 60000) || {n} where slug = 'soup'");
            Assert.Contains("UPDATED", await quick.NextAsync(), StringComparison.Ordinal);
        }
    }

    private static async Task ReadUntilAsync(NetworkStream stream, string mark)
    {
        var read = new StringBuilder();
        var buffer = new byte[1];
        while (!read.ToString().EndsWith(mark, StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(buffer).AsTask().WaitAsync(Patience);
            read.Append((char)buffer[0]);
        }
    }

    private static async Task ReadToTheEndAsync(NetworkStream stream)
    {
        long length = 0;
        var buffer = new byte[64 * 1024];
        try
        {
            while (await stream.ReadAsync(buffer).AsTask().WaitAsync(Patience) is > 0 and var read)
                length += read;
        }
        catch (IOException)
        {
            // Reset: it was cut while it was being written to.
        }
        Assert.InRange(length, 1, Writes * 300_000L - 1);
    }
}
