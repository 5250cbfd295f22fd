using System.Net;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.BadInput;

/// <summary>Documents that are known to bring servers down are refused with the limit that they pass, and the next request is answered.</summary>
[Collection(ServerCollection.Name)]
public sealed class KnownAttackTests(SeededServer server) : IClassFixture<SeededServer>
{
    private static string Times(int count, string text) => string.Concat(Enumerable.Repeat(text, count));

    public static TheoryData<string, string, string> Attacks => new()
    {
        { "fields nested 5,000 deep", Times(5_000, "{a") + Times(5_000, "}"), "LIMIT_EXCEEDED" },
        { "a value nested 20,000 deep", $"{{a(b:{Times(20_000, "[")}{Times(20_000, "]")})}}", "LIMIT_EXCEEDED" },
        { "5,000 directives on a field", $"{{__typename {Times(5_000, "@a ")}}}", "LIMIT_EXCEEDED" },
        { "5,000 fragments", $"{{{Times(100, $"...{{{Times(50, "...{__typename}")}}}")}}}", "LIMIT_EXCEEDED" },
        { "introspection in a circle", "{__schema{types{fields{type{fields{type{fields{type{name}}}}}}}}}", "LIMIT_EXCEEDED" },
        { "fragments in a circle", "{...A} fragment A on Query{...B} fragment B on Query{...A}", "GRAPHQL_VALIDATION_FAILED" },
        { "a document of 300 kB", $"{{__typename #{new string('x', 300_000)}\n}}", "LIMIT_EXCEEDED" },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task An_attack_is_refused_and_the_next_request_answered(string attack, string document, string code)
    {
        var answer = await server.Client.Ask(document);
        Assert.True(answer.Status == HttpStatusCode.BadRequest && answer.Code == code, $"{attack}: {answer.Status} {answer.Text}");
        Assert.True(answer.Text.Length < 10_000, $"{attack} has an answer of {answer.Text.Length} characters.");
        Assert.Equal(HttpStatusCode.OK, (await server.Client.Ask("{ wijken { totalCount } }")).Status);
    }

    [Fact]
    public async Task A_field_asked_3000_times_is_too_many() =>
        Assert.Equal("LIMIT_EXCEEDED", (await server.Client.Ask($"{{{Times(3_000, "__typename ")}}}")).Code);
}
