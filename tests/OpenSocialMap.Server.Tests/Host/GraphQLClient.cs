using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace OpenSocialMap.Server.Tests.Host;

/// <summary>What came back over HTTP.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text)
{
    /// <summary>The body as JSON; a test fails here when it is none.</summary>
    public JsonElement Json { get; } = JsonElement.Parse(Text);

    public JsonElement Data => Json.GetProperty("data");

    /// <summary>The errors; none when the answer has no member of that name.</summary>
    public IReadOnlyList<JsonElement> Errors => Json.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateArray()] : [];

    public string Code => Errors[0].GetProperty("extensions").GetProperty("code").GetString()!;

    public string Message => Errors[0].GetProperty("message").GetString()!;
}

/// <summary>Asks a running server as any program would.</summary>
internal sealed class GraphQLClient(HttpClient http)
{
    private static readonly MediaTypeWithQualityHeaderValue GraphQL = new("application/graphql-response+json");

    /// <param name="variables">A JSON object.</param>
    public async Task<Answer> Ask(string query, string variables = "{}")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent($$"""{"query":{{JsonSerializer.Serialize(query)}},"variables":{{variables}}}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.Add(GraphQL);
        return await Send(request);
    }

    public async Task<Answer> Send(HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
