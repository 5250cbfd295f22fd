using System.Net;
using System.Text;
using System.Text.Json;

namespace OpenSocialMap.Server.Tests.Subscriptions;

/// <summary>Reads an event stream as any program would, event by event.</summary>
internal sealed class EventReader(HttpResponseMessage response, StreamReader lines) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public HttpStatusCode Status => response.StatusCode;

    /// <summary>Opens a stream; when it is open, whatever is subscribed to is heard.</summary>
    public static async Task<EventReader> OpenAsync(HttpClient http, string query, string variables = "{}", string accept = "text/event-stream", string? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent($$"""{"query":{{JsonSerializer.Serialize(query)}},"variables":{{variables}}}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Accept", accept);
        if (from is not null)
            request.Headers.Add("X-Forwarded-For", from);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new EventReader(response, new StreamReader(await response.Content.ReadAsStreamAsync()));
    }

    public string? MediaType => response.Content.Headers.ContentType?.MediaType;

    /// <summary>The next event as "name data"; null at the end of the stream. Comments are left out.</summary>
    public async Task<string?> NextAsync()
    {
        string? name = null, data = null;
        while (await lines.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                name = line["event: ".Length..];
            else if (line.StartsWith("data:", StringComparison.Ordinal))
                data = line["data:".Length..].Trim();
            else if (line.Length == 0 && name is not null)
                return $"{name} {data}".Trim();
        }
        return null;
    }

    /// <summary>The next line, whatever it is.</summary>
    public Task<string?> LineAsync() => lines.ReadLineAsync().WaitAsync(Patience);

    public Task<string> RestAsync() => lines.ReadToEndAsync().WaitAsync(Patience);

    public void Dispose()
    {
        lines.Dispose();
        response.Dispose();
    }
}
