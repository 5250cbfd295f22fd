using System.Collections.Concurrent;
using System.Text.Json;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using OpenSocialMap.Server.Tests.Repository;
using OpenSocialMap.Tests.Clients;

namespace OpenSocialMap.Server.Tests.Clients;

/// <summary>A seeded server, and what each script of <c>tests/clients</c> says of it; a script runs once, when its first promise is asked for.</summary>
public sealed class ClientServer(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly SeededServer _server = new(postgres);
    private readonly ConcurrentDictionary<string, Task<IReadOnlyDictionary<string, Outcome>>> _runs = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    internal async Task<Outcome> OutcomeOf(string script, string promise) =>
        (await _runs.GetOrAdd(script, Run)).GetValueOrDefault(promise) ?? new Outcome(promise, false, $"{script} said nothing of it.");

    private async Task<IReadOnlyDictionary<string, Outcome>> Run(string script)
    {
        var lines = await Node.Run(script, [], new Uri(_server.Http.BaseAddress!, "/graphql").AbsoluteUri, Clone.Root);
        return lines.Select(line => JsonSerializer.Deserialize<Outcome>(line, JsonSerializerOptions.Web)!).ToDictionary(o => o.Name);
    }

    /// <summary>A line of a script's standard output.</summary>
    internal sealed record Outcome(string Name, bool Ok, string? Detail);
}
