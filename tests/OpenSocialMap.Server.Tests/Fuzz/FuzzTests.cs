using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using OpenSocialMap.Server.Tests.RandomDocuments;
using OpenSocialMap.Server.Tests.Subscriptions;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace OpenSocialMap.Server.Tests.Fuzz;

/// <summary>
/// Spoiled input of every kind, made from documents over our own schema: nothing makes the server fail, hang or grow, and whatever it
/// answers is well-formed. FUZZ_SEED and FUZZ_COUNT in the environment repeat a run or make it longer.
/// </summary>
[Collection(ServerCollection.Name)]
public sealed class FuzzTests(SeededDatabase seeded, ITestOutputHelper output) : IClassFixture<SeededDatabase>, IAsyncLifetime
{
    private const int Workers = 8;
    // Most of these wait until the server has surely said all that it will, and there is work for others meanwhile.
    private const int WaitingWorkers = 40;
    private const long MostGrowth = 16L * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Schema _schema = SchemaFiles.Load();
    private readonly Known _known = new();
    private readonly ConcurrentQueue<string> _failures = new();
    private RunningServer _server = null!;

    public async Task InitializeAsync() => _server = await RunningServer.StartAsync(seeded.Database,
        // Its memory of documents and answers is full before the first look at what is kept.
        settings => settings with { PlanMegabytes = 8, CacheMegabytes = 4, Traffic = settings.Traffic with { AnonymousRate = 0 } }, new FailureLog(_failures));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;

    [Fact]
    public Task Whole_requests_as_bytes() => RunAsync(1_000, WaitingWorkers, async (request, dice) =>
    {
        var bytes = RawRequest.Of(request, dice);
        return (Encoding.Latin1.GetString(bytes), Check: await Checked(bytes));
    });

    [Fact]
    public Task Documents_and_variables_with_something_spoiled() => RunAsync(1_500, Workers, async (request, dice) =>
    {
        var query = dice.OneIn(4) ? request.Query : Spoiled(request.Query, dice);
        var variables = dice.OneIn(3) ? JsonOf(Spoiled(request.Variables, dice)) : request.Variables;
        var answer = await _server.Client.Ask(query, variables).WaitAsync(Patience);
        return ($"{query}\n{variables}\n{answer.Text}", Check: (int)answer.Status < 500 && !answer.Text.Contains("INTERNAL_SERVER_ERROR", StringComparison.Ordinal) ? null : "failed");
    });

    [Fact]
    public Task Messages_over_a_socket() => RunAsync(500, Workers, async (request, dice) =>
    {
        var said = new StringBuilder();
        using var socket = await SocketClient.OpenAsync(_server.Http.BaseAddress!);
        if (!dice.OneIn(8))
            await socket.SendAsync("""{"type":"connection_init"}""");
        for (var messages = 1 + dice.Below(3); messages > 0; messages--)
        {
            var message = Message(request, dice);
            said.Append(message).Append('\n');
            await socket.SendAsync(message);
        }
        await socket.SendAsync("""{"type":"pong"}{""");
        for (var heard = await socket.NextAsync(); ; heard = await socket.NextAsync())
        {
            if (heard.StartsWith("44", StringComparison.Ordinal) || heard.StartsWith("1003", StringComparison.Ordinal) || heard.StartsWith("1009", StringComparison.Ordinal) || heard.StartsWith("1007", StringComparison.Ordinal))
                return (said.ToString(), Check: null);
            if (heard[0] != '{' || heard.Contains("INTERNAL_SERVER_ERROR", StringComparison.Ordinal))
                return (said.ToString(), Check: heard);
        }
    });

    private static string Message(RequestText request, Dice dice)
    {
        var payload = $$"""{"query":{{JsonSerializer.Serialize(request.Query)}},"variables":{{request.Variables}}}""";
        var message = dice.Below(5) switch
        {
            0 => """{"type":"ping","payload":{"a":[1,null]}}""",
            1 => """{"id":"1","type":"complete"}""",
            2 => """{"id":"2","type":"subscribe","payload":{"query":"subscription { placeChanged { change place { name } } }"}}""",
            _ => $$"""{"id":"1","type":"subscribe","payload":{{payload}}}""",
        };
        return dice.OneIn(3) ? message : Spoiled(message, dice);
    }

    // Sockets carry text and JSON carries Unicode; what isn't is tried as bytes.
    private static string Spoiled(string text, Dice dice) => Encoding.UTF8.GetString(Mutation.Of(Encoding.UTF8.GetBytes(text), dice));

    private static string JsonOf(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return text;
        }
        catch (JsonException)
        {
            return JsonSerializer.Serialize(text);
        }
    }

    // On a busy machine an answer may be cut because we closed before it was whole; such a request is tried again with patience.
    private async Task<string?> Checked(byte[] request) =>
        await Checked(request, RawAnswer.Pause) is null ? null : await Checked(request, RawAnswer.LongPause);

    private async Task<string?> Checked(byte[] request, TimeSpan pause)
    {
        var answer = await RawAnswer.ForAsync(request, _server.Http.BaseAddress!.Port, pause).WaitAsync(Patience);
        try
        {
            RawAnswer.Check(answer);
            return null;
        }
        catch (Exception failure) when (failure is XunitException or JsonException or FormatException or ArgumentException or InvalidDataException)
        {
            return $"{failure.Message}\n{Encoding.Latin1.GetString(answer)}";
        }
    }

    private async Task RunAsync(int usual, int workers, Func<RequestText, Dice, Task<(string Input, string? Check)>> attempt)
    {
        var (first, count) = (Setting("FUZZ_SEED", 1), Setting("FUZZ_COUNT", usual));
        var failures = new ConcurrentBag<string>();
        var growth = long.MaxValue;
        var kept = 0L;
        // Four parts: a leak adds as much in each, other tests now and then.
        for (var part = 0; part < 4; part++)
        {
            await Range(first + part * count / 4, (part + 1) * count / 4 - part * count / 4, workers, attempt, failures);
            var now = Kept();
            growth = part == 0 ? growth : Math.Min(growth, now - kept);
            kept = now;
        }
        output.WriteLine($"{count} inputs from FUZZ_SEED={first}; a quarter of them adds {growth / 1024} kB to what is kept");
        Assert.True(failures.IsEmpty && _failures.IsEmpty, string.Join("\n\n", failures.Take(10).Concat(_failures.Take(10))));
        Assert.True(growth < MostGrowth, $"{growth} bytes more are kept.");
        Assert.Equal(13, (await _server.Client.Ask("{ wijken { totalCount } }")).Data.GetProperty("wijken").GetProperty("totalCount").GetInt32());
    }

    private Task Range(int first, int count, int workers, Func<RequestText, Dice, Task<(string Input, string? Check)>> attempt, ConcurrentBag<string> failures) =>
        Parallel.ForEachAsync(Enumerable.Range(first, count), new ParallelOptions { MaxDegreeOfParallelism = workers }, async (seed, _) =>
        {
            var dice = new Dice(seed);
            var selections = new RandomSelection(_schema, dice, new RandomInput(dice, _known)).Root();
            var request = dice.OneIn(2) ? RandomDocument.WithLiterals(selections) : RandomDocument.WithVariables(selections, dice);
            try
            {
                var (input, check) = await attempt(request, dice);
                if (check is not null)
                    failures.Add($"FUZZ_SEED={seed} {check}\n{input}");
            }
            catch (Exception failure) when (failure is XunitException or JsonException or TimeoutException or InvalidOperationException or HttpRequestException or System.Net.WebSockets.WebSocketException)
            {
                failures.Add($"FUZZ_SEED={seed} {failure.GetType().Name} {failure.Message}");
            }
        });

    private static long Kept()
    {
        GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
