using System.Diagnostics;
using System.Net;

namespace OpenSocialMap.Server.Tests.Faults;

/// <summary>Waits, not for ever, until a server is itself again.</summary>
internal static class Recovery
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static int _count = 1_000_000;

    /// <summary>Waits until something holds.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds, string otherwise)
    {
        var since = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Patience, otherwise);
            await Task.Delay(50);
        }
    }

    /// <summary>Waits until what was never asked before is answered, and from then on always.</summary>
    public static async Task UntilAnsweredAsync(HttpClient http)
    {
        await UntilAsync(async () => await StatusAsync(http) == HttpStatusCode.OK, "The server does not recover.");
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(http));
    }

    /// <summary>Waits until answers come from memory and are not old.</summary>
    public static Task UntilKeptAsync(HttpClient http, string query) => UntilAsync(
        async () =>
        {
            using var answer = await http.GetAsync($"/graphql?query={Uri.EscapeDataString(query)}");
            return answer.Headers.GetValues("Server-Timing").Single() == "cache;desc=hit" && answer.Headers.Warning.Count == 0;
        },
        "Answers are not kept again.");

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http)
    {
        using var answer = await http.GetAsync($"/graphql?query={Uri.EscapeDataString(Load.Anew(Interlocked.Increment(ref _count)))}");
        return answer.StatusCode;
    }
}
