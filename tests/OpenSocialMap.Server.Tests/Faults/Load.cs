using System.Diagnostics;
using System.Text.Json;

namespace OpenSocialMap.Server.Tests.Faults;

/// <summary>Several clients that ask without a pause, half of them what the memory has, and keep what came back.</summary>
internal sealed class Load
{
    private const string Usual = "{ wijken(first: 3) { nodes { name } } }";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http;
    private readonly Task<Result[]>[] _clients;
    private volatile bool _isOver;
    private int _count;

    private Load(HttpClient http, int clients)
    {
        _http = http;
        _clients = [.. Enumerable.Range(0, clients).Select(_ => Task.Run(AskUntilStopped))];
    }

    private sealed record Result(int Status, string Text, bool IsMarkedOld, bool SaysWhen, TimeSpan Took);

    public static Load Start(HttpClient http, int clients = 6) => new(http, clients);

    /// <summary>A question that the server hasn't heard before.</summary>
    public static string Anew(int number) => $"{{ wijken(first: 3) {{ nodes {{ name }} }} }} # {number}";

    /// <summary>Ends it. Every answer was whole, or a short error that says what to do; says how many there were of each.</summary>
    public async Task<(int Whole, int Old, int Refused)> StopAsync()
    {
        _isOver = true;
        var results = (await Task.WhenAll(_clients)).SelectMany(result => result).ToList();
        Assert.All(results, Check);
        return (results.Count(result => result.Status == 200 && !result.IsMarkedOld), results.Count(result => result.IsMarkedOld), results.Count(result => result.Status == 503));
    }

    private static void Check(Result result)
    {
        var json = JsonElement.Parse(result.Text);
        if (result.Status == 200)
        {
            Assert.Equal(3, json.GetProperty("data").GetProperty("wijken").GetProperty("nodes").GetArrayLength());
        }
        else
        {
            Assert.Equal((503, true), (result.Status, result.SaysWhen));
            Assert.Equal("OVERLOADED", json.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
            Assert.DoesNotContain("   at ", result.Text, StringComparison.Ordinal);
        }
        Assert.True(result.Took < Longest, $"{result.Took}");
    }

    private async Task<Result[]> AskUntilStopped()
    {
        var results = new List<Result>();
        while (!_isOver)
        {
            var number = Interlocked.Increment(ref _count);
            var since = Stopwatch.GetTimestamp();
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/graphql?query={Uri.EscapeDataString(number % 2 == 0 ? Usual : Anew(number))}")
            {
                Headers = { Accept = { new("application/graphql-response+json") } },
            };
            using var answer = await _http.SendAsync(request);
            var old = answer.Headers.Warning.Any(warning => warning.Code == 110) && answer.Headers.Age is not null;
            results.Add(new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), old, answer.Headers.RetryAfter is not null, Stopwatch.GetElapsedTime(since)));
        }
        return [.. results];
    }
}
