using System.Collections.Concurrent;
using System.Text.Json;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using OpenSocialMap.Server.Tests.Repository;
using OpenSocialMap.Tests.Clients;

namespace OpenSocialMap.Server.Tests.Clients;

/// <summary>A seeded server, and what each script of <c>tests/clients</c> says of it; a script runs once, when its first promise is asked for.</summary>
public sealed class ClientServer(PostgresFixture postgres) : IAsyncLifetime
{
    private SocialMapDatabase _database = null!;
    private RunningServer _running = null!;
    private readonly ConcurrentDictionary<string, Task<IReadOnlyDictionary<string, Outcome>>> _runs = new();

    // Links lead to this very server, for programs that follow them.
    public async Task InitializeAsync()
    {
        _database = await postgres.OpenSeededAsync();
        _running = await RunningServer.StartAsync(_database, settings => settings with { PublicUrl = null });
    }

    public async Task DisposeAsync()
    {
        await _running.DisposeAsync();
        await _database.DisposeAsync();
    }

    internal async Task<Outcome> OutcomeOf(string script, string promise) =>
        (await _runs.GetOrAdd(script, Run)).GetValueOrDefault(promise) ?? new Outcome(promise, false, $"{script} said nothing of it.");

    private async Task<IReadOnlyDictionary<string, Outcome>> Run(string script)
    {
        var outcomes = new Dictionary<string, Outcome>();
        var writes = 0;
        await foreach (var line in Node.Follow(script, [], new Uri(_running.Http.BaseAddress!, "/graphql").AbsoluteUri, Clone.Root))
        {
            if (JsonSerializer.Deserialize<Wish>(line, JsonSerializerOptions.Web) is { Write: { } slug })
                await _database.Owner.RunAsync($"update core.activity set description = 'Written {++writes} times' where slug = '{slug}'");
            else if (JsonSerializer.Deserialize<Outcome>(line, JsonSerializerOptions.Web) is { } outcome)
                outcomes.Add(outcome.Name, outcome);
        }
        return outcomes;
    }

    /// <summary>A line of a script's standard output: how it went with a promise.</summary>
    internal sealed record Outcome(string Name, bool Ok, string? Detail);

    /// <summary>A line by which a script that follows changes asks for one.</summary>
    /// <param name="Write">The activity to write.</param>
    private sealed record Wish(string? Write);
}
