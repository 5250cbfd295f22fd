using System.Net;
using System.Text;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using Xunit.Abstractions;

namespace OpenSocialMap.Server.Tests.Attacks;

/// <summary>
/// The known attacks again and again: what a server keeps doesn't grow with how often they come. A leak adds as much with every batch; the pools of
/// buffers, each thread's own, and what other tests do meanwhile, add something to one batch and nothing to the next. So one batch that adds little is proof.
/// </summary>
[Collection(DatabaseCollection.Name)]
public sealed class FlatMemoryTests(FlatMemoryTests.Server server, ITestOutputHelper output) : IClassFixture<FlatMemoryTests.Server>
{
    private const int Batch = 20;
    private const int MostBatches = 12;
    private const long Megabyte = 1024 * 1024;

    public static TheoryData<string> Attacks => [.. Attack.Refused.Keys];

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Leaves_no_memory_behind_however_often_it_comes(string name)
    {
        var (attack, _) = Attack.Refused[name];
        var length = attack.Body(0).Length;
        // Half of each body is what a leak would keep at the least; of small ones, fifty kilobytes.
        var leaks = Math.Max(Megabyte, Batch * length / 2);
        // The test's own client holds the body several times.
        var wastes = Batch * (12 * Megabyte + 30L * length);

        var (added, allocated) = (long.MaxValue, long.MaxValue);
        await Send(attack, batch: 0);
        for (var batch = 1; batch <= MostBatches && (added >= leaks || allocated >= wastes); batch++)
        {
            var (kept, before) = (Kept(), GC.GetTotalAllocatedBytes(precise: true));
            await Send(attack, batch);
            allocated = Math.Min(allocated, GC.GetTotalAllocatedBytes(precise: true) - before);
            added = Math.Min(added, Kept() - kept);
            output.WriteLine($"{name}, {length / 1024} kB, {Batch} times: {allocated / 1024} kB allocated and {added / 1024} kB kept at the least, after {batch} batches");
        }
        Assert.True(added < leaks, $"each of {MostBatches} batches of {Batch} added {added} bytes or more");
        Assert.True(allocated < wastes, $"each of {MostBatches} batches of {Batch} allocated {allocated} bytes or more");
    }

    private static long Kept()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private async Task Send(Attack attack, int batch)
    {
        for (var i = 0; i < Batch; i++)
        {
            using var body = new StringContent(attack.Body(batch * Batch + i), Encoding.UTF8, "application/json");
            using var answer = await server.Http.PostAsync("/graphql", body);
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{answer.StatusCode}");
        }
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
