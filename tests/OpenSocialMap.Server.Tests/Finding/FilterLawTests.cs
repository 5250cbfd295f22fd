using System.Text.Json;
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
            foreach (var value in Values(comparisons))
            {
                await Check(list, path, comparisons, value);
                compared++;
            }
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

    /// <summary>JSON of values, of which the first few are in the seed for some column.</summary>
    private static string[] Values(InputObjectType comparisons) => comparisons.Fields.Single(f => f.Name == "eq").Type.Named switch
    {
        EnumType members => [.. members.Values.Take(2).Select(v => $"\"{v.Name}\"")],
        ScalarType { Name: "Int" } => ["0", "12"],
        ScalarType { Name: "Float" } => ["0", "405"],
        ScalarType { Name: "Boolean" } => ["true", "false"],
        ScalarType { Name: "Date" } => ["\"2022-09-01\""],
        ScalarType { Name: "LocalTime" } => ["\"10:00\""],
        ScalarType { Name: "DateTime" } => ["\"2022-01-01T00:00:00Z\""],
        ScalarType { Name: "Duration" } => ["\"P1W\""],
        ScalarType { Name: "URL" } => ["\"https://aafje.nl\""],
        ScalarType { Name: "String" or "ID" } => ["\"dordrecht\"", "\"\""],
        var other => throw new InvalidOperationException($"No values for {other} are known."),
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

    /// <summary>How many rows fulfil each, and how many there are in all; asked with the values in the document and as variables, which has to be the same.</summary>
    private async Task<int[]> Count(string list, string[] path, InputObjectType comparisons, List<(string Operation, string Value)> asked)
    {
        var counts = new List<int>();
        foreach (var some in asked.Chunk(8))
        {
            var typeOf = comparisons.Fields.ToDictionary(f => f.Name, f => f.Type);
            var variables = new JsonObject(some.Select((a, i) => KeyValuePair.Create($"v{i}", JsonNode.Parse(a.Value))));
            var declared = string.Join(", ", some.Select((a, i) => $"$v{i}: {typeOf[a.Operation]}"));
            var inDocument = await server.Client.Ask($"{{ {string.Join(' ', some.Select((a, i) => One(i, a.Operation, LiteralOf(typeOf[a.Operation], a.Value))))} }}");
            var inVariables = await server.Client.Ask($"query ({declared}) {{ {string.Join(' ', some.Select((a, i) => One(i, a.Operation, $"$v{i}")))} }}", variables.ToJsonString());
            Assert.Empty(inDocument.Errors.Select(e => e.GetRawText()));
            Assert.Equal(inDocument.Text, inVariables.Text);
            counts.AddRange(inDocument.Data.EnumerateObject().Select(p => p.Value.GetProperty("totalCount").GetInt32()));
        }
        var whole = await server.Client.Ask($"{{ {list} {{ totalCount }} }}");
        return [.. counts, whole.Data.GetProperty(list).GetProperty("totalCount").GetInt32()];

        string One(int i, string operation, string value) =>
            $"a{i}: {list}(where: {string.Concat(path.Select(name => $"{{{name}: "))}{{{operation}: {value}}}{new string('}', path.Length)}) {{ totalCount }}";
    }

    private static string LiteralOf(SchemaType type, string json) => type.Named is EnumType ? json.Replace("\"", "", StringComparison.Ordinal) : json;
}
