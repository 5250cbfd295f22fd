using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Tests.Traffic;

/// <summary>Who may run a statement, who waits, and who is sent away.</summary>
public sealed class StatementGateTests
{
    private static readonly Client One = new(ClientKind.Anonymous, "203.0.113.1");
    private static readonly Client Other = new(ClientKind.Anonymous, "203.0.113.2");
    private static readonly Client Local = new(ClientKind.Local, "");

    [Fact]
    public async Task One_client_leaves_a_place_for_the_others()
    {
        using var gate = new StatementGate(places: 3, new TrafficSettings());
        using var first = await gate.Enter(One, default);
        using var second = await gate.Enter(One, default);
        var third = gate.Enter(One, default);
        Assert.False(third.IsCompleted);

        var others = await gate.Enter(Other, default);
        Assert.False(third.IsCompleted);

        first.Dispose();
        (await third).Dispose();
        others.Dispose();
    }

    [Fact]
    public async Task A_client_with_too_much_waiting_is_told_so_and_the_others_are_not()
    {
        using var gate = new StatementGate(places: 2, new TrafficSettings { ClientQueue = 2 });
        using var running = await gate.Enter(One, default);
        Task<StatementGate.Place>[] waiting = [gate.Enter(One, default).AsTask(), gate.Enter(One, default).AsTask()];

        var refused = await Assert.ThrowsAsync<GraphQLException>(async () => await gate.Enter(One, default));
        Assert.Equal(ErrorCodes.RateLimited, refused.Errors[0].Code);
        (await gate.Enter(Other, default)).Dispose();

        running.Dispose();
        foreach (var place in waiting)
            (await place).Dispose();
    }

    [Fact]
    public async Task A_full_queue_refuses_everybody_at_once()
    {
        using var gate = new StatementGate(places: 1, new TrafficSettings { Queue = 1 });
        using var running = await gate.Enter(Local, default);
        var waiting = gate.Enter(Local, default);

        var refused = await Assert.ThrowsAsync<GraphQLException>(async () => await gate.Enter(Other, default));
        Assert.Equal(ErrorCodes.Overloaded, refused.Errors[0].Code);

        running.Dispose();
        (await waiting).Dispose();
    }

    [Fact]
    public async Task Who_waits_too_long_is_refused_and_leaves_nothing_behind()
    {
        using var gate = new StatementGate(places: 1, new TrafficSettings { Patience = TimeSpan.FromMilliseconds(50) });
        var running = await gate.Enter(One, default);

        // The place, and after that the client's own share: neither may be lost.
        foreach (var client in new[] { Other, One, Other, One })
        {
            var refused = await Assert.ThrowsAsync<GraphQLException>(async () => await gate.Enter(client, default));
            Assert.Equal(ErrorCodes.Overloaded, refused.Errors[0].Code);
        }
        running.Dispose();
        (await gate.Enter(Other, default)).Dispose();
        (await gate.Enter(One, default)).Dispose();
    }

    [Fact]
    public async Task Who_goes_away_while_waiting_leaves_nothing_behind()
    {
        using var gate = new StatementGate(places: 1, new TrafficSettings());
        var running = await gate.Enter(One, default);
        using var away = new CancellationTokenSource();
        var waiting = gate.Enter(Other, away.Token);
        await away.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);

        running.Dispose();
        (await gate.Enter(Other, default)).Dispose();
    }
}
