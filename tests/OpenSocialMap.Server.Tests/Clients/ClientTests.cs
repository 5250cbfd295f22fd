using System.Text.RegularExpressions;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Clients;

/// <summary>
/// Programs that others made meet the running server: the audits of GraphQL over HTTP, client libraries, compilers and the guard of released
/// schemas. Each promise of each script in <c>tests/clients</c> is a test; a script that is added there is found by itself.
/// </summary>
[Collection(ServerCollection.Name)]
public sealed partial class ClientTests(ClientServer server) : IClassFixture<ClientServer>
{
    public static TheoryData<string, string> Promises()
    {
        var promises = new TheoryData<string, string>();
        foreach (var script in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "clients"), "*.mjs").Order(StringComparer.Ordinal))
        {
            foreach (Match promise in Promise().Matches(File.ReadAllText(script)))
                promises.Add(Path.GetFileName(script), string.Join(' ', promise.Groups["word"].Captures.Select(c => c.Value)));
        }
        return promises;
    }

    [Theory]
    [MemberData(nameof(Promises))]
    public async Task A_promise_to_the_programs_of_others_is_kept(string script, string promise)
    {
        var outcome = await server.OutcomeOf(script, promise);
        Assert.True(outcome.Ok, outcome.Detail);
    }

    [Fact]
    public void All_sixty_one_audits_are_among_the_promises() =>
        Assert.Equal(61 + 1, Promises().Count(promise => promise[0].Equals("audits.mjs")));

    // A line that begins: await promise('the name', or: await audit('its id', 'its name'.
    [GeneratedRegex("""^await (promise|audit)\('(?<word>[^']+)'(, '(?<word>[^']+)')?""", RegexOptions.Multiline)]
    private static partial Regex Promise();
}
