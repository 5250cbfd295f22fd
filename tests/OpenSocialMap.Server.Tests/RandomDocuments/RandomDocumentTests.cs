using System.Net;
using System.Text.Json;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace OpenSocialMap.Server.Tests.RandomDocuments;

/// <summary>
/// Documents at random over our own schema. Each is asked twice: with its values in the document and with some of them as variables.
/// RANDOM_SEED and RANDOM_DOCUMENTS in the environment repeat a run or make it longer.
/// </summary>
[Collection(ServerCollection.Name)]
public sealed class RandomDocumentTests(SeededServer server, ITestOutputHelper output) : IClassFixture<SeededServer>
{
    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;

    [Fact]
    public async Task Whatever_is_asked_is_answered_as_asked()
    {
        var schema = SchemaFiles.Load();
        var known = await Collect();
        var first = Setting("RANDOM_SEED", Environment.TickCount & 0xFFFFFF);
        output.WriteLine($"RANDOM_SEED={first}");
        var failures = new List<string>();
        var answered = 0;
        var count = Setting("RANDOM_DOCUMENTS", 300);
        for (var seed = first; seed < first + count && failures.Count < 20; seed++)
        {
            try
            {
                answered += await Ask(schema, known, seed) ? 1 : 0;
            }
            catch (Exception failure) when (failure is XunitException or JsonException or InvalidOperationException)
            {
                failures.Add($"RANDOM_SEED={seed} {failure.Message}");
            }
        }
        output.WriteLine($"{answered} of {count} had data");
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
        Assert.True(answered > count / 3, "Most documents are refused, so this tests little.");
    }

    private async Task<Known> Collect()
    {
        const string Page = "(first: 40) { edges { cursor node { id slug name } } pageInfo { startCursor endCursor } }";
        var known = new Known();
        known.Learn((await server.Client.Ask($"{{ meetingPlaces{Page} activities{Page} partners{Page} wijken{Page} buurten{Page} wijkkranten{Page} programmes{Page} }}")).Data);
        return known;
    }

    /// <returns>Whether there was data.</returns>
    private async Task<bool> Ask(Schema schema, Known known, int seed)
    {
        var dice = new Dice(seed);
        var selections = new RandomSelection(schema, dice, new RandomInput(dice, known)).Root();
        var (literal, variable) = (RandomDocument.WithLiterals(selections), RandomDocument.WithVariables(selections, dice));
        var a = DataOf(await Checked(schema, literal));
        var b = DataOf(await Checked(schema, variable));
        Assert.True(a == b, $"Literals and variables differ.\n{literal.Query}\n{variable.Query}\n{variable.Variables}\n{a}\n{b}");
        return a is not null;
    }

    private async Task<Answer> Checked(Schema schema, RequestText request)
    {
        var answer = await server.Client.Ask(request.Query, request.Variables);
        try
        {
            Check(schema, request, answer);
            return answer;
        }
        catch (Exception failure) when (failure is XunitException or JsonException)
        {
            throw new InvalidOperationException($"{failure.Message}\n{request.Query}\n{request.Variables}\n{answer.Text}", failure);
        }
    }

    private static void Check(Schema schema, RequestText request, Answer answer)
    {
        foreach (var error in answer.Errors)
        {
            var code = error.GetProperty("extensions").GetProperty("code").GetString();
            Assert.NotEqual("INTERNAL_SERVER_ERROR", code);
            Assert.NotEqual("TIMEOUT", code);
        }
        Wording.IsOurs(answer);
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{answer.Status}");
        Assert.Equal(answer.Status == HttpStatusCode.OK, DataOf(answer) is not null);
        if (DataOf(answer) is not null)
            AnswerShape.Check(schema, request, answer.Data);
    }

    private static string? DataOf(Answer answer) =>
        answer.Json.TryGetProperty("data", out var data) && data.ValueKind != JsonValueKind.Null ? data.GetRawText() : null;
}
