using System.Net;
using System.Text;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using Xunit.Abstractions;

namespace OpenSocialMap.Server.Tests.Attacks;

/// <summary>
/// The known attacks again and again: what a server keeps doesn't grow with how often they come. A leak adds as much each time; the pools of buffers, each
/// thread's own, and what other tests do meanwhile, come and go. So it goes on until there is a time in which little was added, or there is none.
/// </summary>
[Collection(ServerCollection.Name)]
public sealed class FlatMemoryTests(FlatMemoryTests.Server server, ITestOutputHelper output) : IClassFixture<FlatMemoryTests.Server>
{
    private const int MostBatches = 20;
    private const int Megabyte = 1024 * 1024;
    private const int LeastNoticed = 4 * Megabyte;

    public static TheoryData<string> Attacks => [.. Attack.Refused.Keys];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Leaves_no_memory_behind_however_often_it_comes(string name)
    {
        var (attack, _) = Attack.Refused[name];
        var length = attack.Body(0).Length;
        // What each leaves at the least when something of it leaks: half of the body; of a small one, fifty kilobytes.
        var leak = Math.Max(50_000, length / 2);
        // As many as leave more together than others do who use this process meanwhile.
        var batch = Math.Max(4, LeastNoticed / leak);
        await Send(attack, from: 1, batch / 2);
        var (batches, growth, allocated) = (0, long.MaxValue, long.MaxValue);
        var kept = Kept();
        for (; batches < MostBatches && growth >= batch * leak; batches++)
        {
            allocated = Math.Min(allocated, await Send(attack, from: 1000 + batches * batch, batch));
            var before = kept;
            kept = Kept();
            growth = kept - before;
        }
        output.WriteLine($"{name}, {length / 1024} kB: {allocated / batch / 1024} kB allocated for each, client and server together; {growth / 1024} kB more after {batch}, the {batches}th time");
        Assert.True(growth < batch * leak, $"each of {batches} times {batch} requests with {length} bytes each left more than {batch * leak} bytes");
        // The test's own client holds the body several times.
        Assert.InRange(allocated / batch, 0, 12 * Megabyte + 30L * length);
    }

    private static long Kept()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(2, GCCollectionMode.Forced, blocking: true);
        return GC.GetTotalMemory(forceFullCollection: false);
    }

    /// <summary>Sends a batch and says how much was allocated meanwhile.</summary>
    private async Task<long> Send(Attack attack, int from, int times)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < times; i++)
        {
            using var body = new StringContent(attack.Body(from + i), Encoding.UTF8, "application/json");
            using var answer = await server.Http.PostAsync("/graphql", body);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{answer.StatusCode}");
        }
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    /// <summary>Its memory of recent documents, which would go on filling for thousands of requests, is full after a few.</summary>
    public sealed class Server(PostgresFixture postgres) : IAsyncLifetime
    {
        private SocialMapDatabase _database = null!;
        private RunningServer _running = null!;

        internal HttpClient Http => _running.Http;

        public async Task InitializeAsync()
        {
            _database = await postgres.OpenSeededAsync();
            _running = await RunningServer.StartAsync(_database, settings => settings with { PlanMegabytes = 1 });
        }

        public async Task DisposeAsync()
        {
            await _running.DisposeAsync();
            await _database.DisposeAsync();
        }
    }
}
