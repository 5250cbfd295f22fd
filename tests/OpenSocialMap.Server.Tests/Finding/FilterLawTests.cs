using System.Text.Json.Nodes;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Finding;

/// <summary>
/// What holds for every comparison of every filter in the schema: it and its negation share the list between them, <c>in</c> is <c>eq</c> of each,
/// and null, an empty list and a list with null in it mean the same wherever they stand.
/// </summary>
[Collection(AnswersCollection.Name)]
public sealed class FilterLawTests(SeededServer server) : IClassFixture<SeededServer>
{
    private static readonly Schema Schema = SchemaFiles.Load();

    /// <summary>The lists at the root that need no other argument to be filtered.</summary>
    public static TheoryData<string> Lists =>
        [.. Schema.Query.Fields.Where(f => f.Arguments.Any(a => a.Name == "where") && !f.Arguments.Any(a => a.IsRequired)).Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_comparison_and_its_negation_share_the_list(string list)
    {
        var filter = (InputObjectType)Schema.Query.Fields.Single(f => f.Name == list).Arguments.Single(a => a.Name == "where").Type.Named;
        var compared = 0;
        foreach (var (path, comparisons) in Comparisons(filter))
        {
            await Check(list, path, comparisons, Value(comparisons));
            compared++;
        }
        Assert.True(compared > 0, $"{list} compares nothing.");
    }

    /// <summary>Each column that can be compared and the way to it: of the row, and of a record that belongs to it.</summary>
    private static IEnumerable<(string[] Path, InputObjectType Comparisons)> Comparisons(InputObjectType filter, int depth = 2) =>
        from field in filter.Fields
        let type = field.Type.Nullable as InputObjectType
        where type is not null && !type.Name.StartsWith("List", StringComparison.Ordinal) && !type.Fields.Any(f => f.IsRequired)
        from found in IsComparison(type) ? [(Path: [], Comparisons: type)] : depth == 1 ? [] : Comparisons(type, depth - 1)
        select ((string[])[field.Name, .. found.Path], found.Comparisons);

    private static bool IsComparison(InputObjectType type) => type.Fields.Any(f => f.Name == "eq");

    /// <summary>The JSON of a value, which some column of the seed has.</summary>
    private static string Value(InputObjectType comparisons) => comparisons.Fields.Single(f => f.Name == "eq").Type.Named switch
    {
        EnumType members => $"\"{members.Values[0].Name}\"",
        ScalarType { Name: "Int" } => "12",
        ScalarType { Name: "Float" } => "405",
        ScalarType { Name: "Boolean" } => "true",
        ScalarType { Name: "Date" } => "\"2022-09-01\"",
        ScalarType { Name: "LocalTime" } => "\"10:00\"",
        ScalarType { Name: "DateTime" } => "\"2022-01-01T00:00:00Z\"",
        ScalarType { Name: "Duration" } => "\"P1W\"",
        ScalarType { Name: "URL" } => "\"https://aafje.nl\"",
        ScalarType { Name: "String" or "ID" } => "\"dordrecht\"",
        var other => throw new InvalidOperationException($"No value for {other} is known."),
    };

    private async Task Check(string list, string[] path, InputObjectType comparisons, string value)
    {
        var has = comparisons.Fields.Select(f => f.Name).ToHashSet();
        var asked = new List<(string Operation, string Value)> { ("eq", "null"), ("neq", "null"), ("eq", value), ("neq", value) };
        foreach (var set in has.Contains("in") ? new[] { "[]", "null", "[null]", $"[{value}]", $"[{value}, null, {value}]" } : [])
            asked.AddRange([("in", set), ("nin", set)]);
        var others = has.Where(name => name is not ("eq" or "in") && has.Contains($"n{name}")).ToList();
        foreach (var operation in others)
            asked.AddRange([(operation, value), ($"n{operation}", value), (operation, "null"), ($"n{operation}", "null")]);

        var counts = await Count(list, path, comparisons, asked);
        int Of(string operation, string of) => counts[asked.IndexOf((operation, of))];
        var total = counts[^1];
        // A condition on a record that belongs to the row holds for rows that have one.
        var all = path.Length == 1 ? total : Of("eq", "null") + Of("neq", "null");
        void Equal(int expected, int actual, string law) => Assert.True(expected == actual, $"{list} {string.Join('.', path)} {value}: {law}; {expected} is not {actual} of {total}");

        Equal(all, Of("eq", "null") + Of("neq", "null"), "known or unknown");
        Equal(all, Of("eq", value) + Of("neq", value), "equal or not");
        if (has.Contains("in"))
        {
            foreach (var set in asked.Where(a => a is { Operation: "in", Value: not "null" }).Select(a => a.Value))
                Equal(all, Of("in", set) + Of("nin", set), $"in {set} or not");
            Equal(total, Of("in", "null"), "null filters nothing");
            Equal(total, Of("nin", "null"), "null filters nothing");
            Equal(0, Of("in", "[]"), "nothing is in an empty list");
            Equal(Of("eq", "null"), Of("in", "[null]"), "null in a list is unknown");
            Equal(Of("eq", value), Of("in", $"[{value}]"), "in a list of one is equal");
            Equal(Of("eq", value) + Of("eq", "null"), Of("in", $"[{value}, null, {value}]"), "in a list is equal to one of it");
        }
        foreach (var operation in others)
        {
            Equal(all, Of(operation, value) + Of($"n{operation}", value), $"{operation} or not");
            Equal(total, Of(operation, "null"), "null filters nothing");
            Equal(total, Of($"n{operation}", "null"), "null filters nothing");
        }
    }

    /// <summary>How many rows fulfil each, and how many there are in all. Every other value is a variable's, so the laws hold between the two as well.</summary>
    private async Task<int[]> Count(string list, string[] path, InputObjectType comparisons, List<(string Operation, string Value)> asked)
    {
        var typeOf = comparisons.Fields.ToDictionary(f => f.Name, f => f.Type);
        var odd = asked.Select((a, i) => (a.Operation, a.Value, Name: $"v{i}")).Where((_, i) => i % 2 == 1).ToList();
        var fields = asked.Select((a, i) => $"a{i}: {list}({Where(a.Operation, i % 2 == 1 ? $"$v{i}" : LiteralOf(typeOf[a.Operation], a.Value))}) {{ totalCount }}");
        var answer = await server.Client.Ask(
            $"query ({string.Join(", ", odd.Select(v => $"${v.Name}: {typeOf[v.Operation]}"))}) {{ {string.Join(' ', fields)} all: {list} {{ totalCount }} }}",
            new JsonObject(odd.Select(v => KeyValuePair.Create(v.Name, JsonNode.Parse(v.Value)))).ToJsonString());
        Assert.Empty(answer.Errors.Select(e => e.GetRawText()));
        return [.. answer.Data.EnumerateObject().Select(p => p.Value.GetProperty("totalCount").GetInt32())];

        string Where(string operation, string value) => $"where: {string.Concat(path.Select(name => $"{{{name}: "))}{{{operation}: {value}}}{new string('}', path.Length)}";
    }

    private static string LiteralOf(SchemaType type, string json) => type.Named is EnumType ? json.Replace("\"", "", StringComparison.Ordinal) : json;
}
