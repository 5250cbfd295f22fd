using System.Net;
using System.Net.Sockets;
using System.Text;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Traffic;

/// <summary>Long bodies that come slowly, to have the server hold them, get a bounded room; short requests need none of it.</summary>
[Collection(WaitingCollection.Name)]
public sealed class ReceivingTests(SeededDatabase seeded) : IClassFixture<SeededDatabase>
{
    private const int Length = 900_000;
    private const int Begun = 700_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static byte[] Body => Encoding.ASCII.GetBytes("{\"query\":\"{ __typename }\"".PadRight(Length - 1) + "}");

    [Fact]
    public async Task What_has_no_room_is_told_to_come_again_and_short_requests_are_answered()
    {
        await using var server = await RunningServer.StartAsync(seeded.Database, settings => settings with { Traffic = settings.Traffic with { ReceivingMegabytes = 1 } });
        for (var round = 0; round < 2; round++)
        {
            using var one = await Begin(server.Address);
            using var two = await Begin(server.Address);
            Task<string>[] answers = [Read(one), Read(two)];
            var refused = await Task.WhenAny(answers).WaitAsync(Patience);
            Assert.StartsWith("HTTP/1.1 503 ", await refused, StringComparison.Ordinal);
            Assert.Contains("\r\nRetry-After: ", await refused, StringComparison.Ordinal);
            Assert.Contains("OVERLOADED", await refused, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await server.Client.Ask("{ __typename }")).Status);

            // The other has the room, and gives it back for the next round.
            var other = refused == answers[0] ? (two, answers[1]) : (one, answers[0]);
            await other.Item1.SendAsync(Body.AsMemory(Begun));
            Assert.StartsWith("HTTP/1.1 200 ", await other.Item2.WaitAsync(Patience), StringComparison.Ordinal);
        }
    }

    private static async Task<Socket> Begin(Uri server)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, server.Port);
        await socket.SendAsync(Encoding.ASCII.GetBytes($"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Length}\r\n\r\n"));
        await socket.SendAsync(Body.AsMemory(0, Begun));
        return socket;
    }

    private static async Task<string> Read(Socket socket)
    {
        var buffer = new byte[16 * 1024];
        var length = 0;
        while (!Encoding.UTF8.GetString(buffer, 0, length).EndsWith('}'))
        {
            var received = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (received == 0)
                break;
            length += received;
        }
        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
