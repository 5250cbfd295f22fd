using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Ide;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using OpenSocialMap.Server.Tests.RandomDocuments;
using OpenSocialMap.Server.Tests.Repository;

namespace OpenSocialMap.Server.Tests.Cases;

/// <summary>
/// The promises of the API, one in each file of <c>cases</c>: an operation, what it answers about Dordrecht, and where the statement
/// itself is the promise, the SQL. The first comment line of a file is the promise in words.
/// </summary>
[Collection(AnswersCollection.Name)]
public sealed partial class CaseTests(SeededServer server) : IClassFixture<SeededServer>
{
    private const string Folder = "tests/OpenSocialMap.Server.Tests/cases";
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Schema Schema = SchemaFiles.Load();

    public static TheoryData<string> All => [.. Clone.Files(Folder, "*.graphql").Select(path => Path.GetRelativePath(Folder, path)[..^".graphql".Length])];

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_answer_is_as_promised(string promise)
    {
        var path = Path.Combine(Clone.Root, Folder, promise);
        var example = Example.Parse(promise, await File.ReadAllTextAsync(path + ".graphql"));
        var variables = example.Variables.Length == 0 ? "{}" : example.Variables;
        var answer = await server.Client.Ask(example.Query, variables);
        Golden.Equal(path + ".json", Write(answer.Json) + "\n");
        Wording.IsOurs(answer);
        if (answer.Json.TryGetProperty("data", out var data))
            AnswerShape.Check(Schema, new RequestText(example.Query, variables), data);
        if (File.Exists(path + ".sql"))
            Golden.Equal(path + ".sql", SqlLayout.Of(server.Compile(example.Query, variables).Text!) + "\n");
    }

    /// <summary>Indented, but with short things on one line: a position, an object of a few leaves.</summary>
    private static string Write(JsonElement json)
    {
        var text = JsonSerializer.Serialize(json, Readable);
        return Short().Replace(text, whole => Spaces().Replace(whole.Value, " "));
    }

    [GeneratedRegex(@"[\[{]\s+[^\[\]{}]{1,160}?\s+[\]}]")]
    private static partial Regex Short();

    [GeneratedRegex(@"\n\s*")]
    private static partial Regex Spaces();
}
