using System.Net;
using System.Text.Json;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Hosting;

/// <summary>Our own code fails: the client is told a trace id and nothing else, and the log has the rest once, under that id.</summary>
[Collection(WaitingCollection.Name)]
public sealed class UnexpectedFailureTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_failure_is_told_by_a_trace_id_that_the_log_has_once()
    {
        var connection = await postgres.CreateSeededDatabaseAsync();
        await using var server = await ServerProcess.StartOverAsync(connection);
        await using (var owner = Npgsql.NpgsqlDataSource.Create(connection))
            await owner.RunAsync("alter view api.wijk rename to was_wijk");

        using var record = await server.Http.GetAsync("/id/wijk_0000000000000001");
        Assert.Equal(HttpStatusCode.InternalServerError, record.StatusCode);
        Assert.Equal("application/problem+json", record.Content.Headers.ContentType!.MediaType);
        HeaderTests.SaysWhatItMust(record);
        var problem = await record.Content.ReadAsStringAsync();
        await IsToldOnce(server, problem, JsonElement.Parse(problem).GetProperty("detail").GetString()!);

        var answer = await server.Client.Ask("{ wijken { totalCount } }");
        Assert.Equal((HttpStatusCode.InternalServerError, "INTERNAL_SERVER_ERROR"), (answer.Status, answer.Code));
        await IsToldOnce(server, answer.Text, answer.Message);
        Assert.Contains("api.wijk\" does not exist", server.Log, StringComparison.Ordinal);
        Assert.Equal(2, server.Log.Split("Error (").Length - 1);
    }

    private static async Task IsToldOnce(ServerProcess server, string text, string sentence)
    {
        foreach (var word in new[] { "wijk\"", "Npgsql", "   at ", "Exception" })
            Assert.DoesNotContain(word, text, StringComparison.Ordinal);
        var trace = sentence.TrimEnd('.').Split(' ')[^1];
        await Faults.Recovery.UntilAsync(() => Task.FromResult(server.Log.Contains(trace, StringComparison.Ordinal)), "The log does not say it.");
        Assert.Equal(1, server.Log.Split(trace).Length - 1);
    }
}
