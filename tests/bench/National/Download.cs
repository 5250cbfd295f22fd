using System.Diagnostics;
using System.Globalization;

namespace OpenSocialMap.Bench.National;

/// <summary>A whole file from the server, read as it comes and thrown away.</summary>
internal static class Download
{
    public const string Header =
        """
        | file | wall | MB | the server's memory at its peak, before and after |
        | --- | ---: | ---: | ---: |
        """;

    /// <summary>A row of the table.</summary>
    public static async Task<string> MeasureAsync(ServerProcess server, string path, CancellationToken cancellation)
    {
        var before = server.PeakMegabytes();
        var clock = Stopwatch.StartNew();
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var answer = await http.GetAsync(new Uri(server.Url, path), HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (!answer.IsSuccessStatusCode)
            throw new BenchException($"{path}: {await answer.Content.ReadAsStringAsync(cancellation)}");
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        var (buffer, bytes) = (new byte[64 * 1024], 0L);
        try
        {
            while (await body.ReadAsync(buffer, cancellation) is > 0 and var count)
                bytes += count;
        }
        catch (HttpIOException broken)
        {
            throw new BenchException(string.Create(CultureInfo.InvariantCulture, $"{path} broke off after {bytes:#,0} bytes and {clock.Elapsed.TotalSeconds:0.0} s: {broken.Message}"));
        }
        return string.Create(CultureInfo.InvariantCulture,
            $"| `{path}` | {clock.Elapsed.TotalSeconds:0.0} s | {bytes / 1048576.0:0.0} | {before:0} and {server.PeakMegabytes():0} MB |");
    }
}
