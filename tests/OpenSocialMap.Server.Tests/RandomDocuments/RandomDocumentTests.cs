using System.Net;
using System.Text.Json;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Tests.Host;
using Xunit.Abstractions;

namespace OpenSocialMap.Server.Tests.RandomDocuments;

/// <summary>
/// Documents at random over our own schema. Each is asked twice: with its values in the document and with some of them as variables.
/// RANDOM_SEED and RANDOM_DOCUMENTS in the environment repeat a run or make it longer.
/// </summary>
public sealed class RandomDocumentTests(SeededServer server, ITestOutputHelper output) : IClassFixture<SeededServer>
{
    private static readonly string[] NotOurWords = ["postgres", "npgsql", "sqlstate", "st_", "geos", "topology", "relation \"", "column \"", "exception", "   at "];

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;

    [Fact]
    public async Task Whatever_is_asked_is_answered_as_asked()
    {
        var schema = SchemaFiles.Load();
        var known = new Known();
        var first = Setting("RANDOM_SEED", Environment.TickCount & 0xFFFFFF);
        output.WriteLine($"RANDOM_SEED={first}");
        var answered = 0;
        var count = Setting("RANDOM_DOCUMENTS", 300);
        for (var seed = first; seed < first + count; seed++)
            answered += await Ask(schema, known, seed) ? 1 : 0;
        output.WriteLine($"{answered} of {count} had data");
        Assert.True(answered > count / 3, "Most documents are refused, so this tests little.");
    }

    /// <returns>Whether there was data.</returns>
    private async Task<bool> Ask(Schema schema, Known known, int seed)
    {
        var dice = new Dice(seed);
        var selections = new RandomSelection(schema, dice, new RandomInput(dice, known)).Root();
        var (literal, variable) = (RandomDocument.WithLiterals(selections), RandomDocument.WithVariables(selections, dice));
        try
        {
            var first = await Checked(schema, literal);
            var second = await Checked(schema, variable);
            var (a, b) = (DataOf(first), DataOf(second));
            Assert.Equal(a, b);
            if (a is null)
                return false;
            known.Learn(first.Data);
            return true;
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"RANDOM_SEED={seed}\n{literal.Query}\n\n{variable.Query}\n{variable.Variables}\n", failure);
        }
    }

    private async Task<Answer> Checked(Schema schema, RequestText request)
    {
        var answer = await server.Client.Ask(request.Query, request.Variables);
        foreach (var error in answer.Errors)
        {
            var code = error.GetProperty("extensions").GetProperty("code").GetString();
            Assert.NotEqual("INTERNAL_SERVER_ERROR", code);
            Assert.NotEqual("TIMEOUT", code);
            Assert.DoesNotContain(NotOurWords, word => error.GetProperty("message").GetString()!.Contains(word, StringComparison.OrdinalIgnoreCase));
        }
        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{answer.Status}");
        Assert.Equal(answer.Status == HttpStatusCode.OK, DataOf(answer) is not null);
        if (DataOf(answer) is not null)
            AnswerShape.Check(schema, request, answer.Data);
        return answer;
    }

    private static string? DataOf(Answer answer) =>
        answer.Json.TryGetProperty("data", out var data) && data.ValueKind != JsonValueKind.Null ? data.GetRawText() : null;
}
