using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Tests.RandomDocuments;

/// <summary>
/// Holds the data of an answer against the document that asked for it: keys in order, lists and nulls where the schema allows them,
/// leaves as their scalars are written. Knows the specification's CollectFields, and nothing of the server.
/// </summary>
internal sealed partial class AnswerShape(Schema schema, Document document, JsonElement variables)
{
    private static readonly DateTimeOffset Earliest = new(1900, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Check(Schema schema, RequestText request, JsonElement data)
    {
        var document = Parser.Parse(new Source(request.Query));
        using var variables = JsonDocument.Parse(request.Variables);
        new AnswerShape(schema, document, variables.RootElement).CheckObject(schema.Query, [document.Definitions.OfType<OperationDefinition>().Single().Selections], data, "");
    }

    private void CheckObject(CompositeType declared, IReadOnlyList<SelectionSet> selections, JsonElement json, string path)
    {
        Assert.True(json.ValueKind == JsonValueKind.Object, $"{path} is no object but {json}");
        var keys = json.EnumerateObject().Select(p => p.Name).ToList();
        var (type, fields) = PossibleTypes(declared, json).Select(type => (Type: type, Fields: Collect(type, selections))).FirstOrDefault(c => c.Fields.Keys.SequenceEqual(keys));
        Assert.True(type is not null, $"{path}: keys {string.Join(' ', keys)} are not those asked of {declared}");
        foreach (var (key, nodes) in fields)
        {
            var value = json.GetProperty(key);
            if (nodes[0].Name.Value == "__typename")
                Assert.Equal(type.Name, value.GetString());
            else
                CheckValue(schema.FindField(type, nodes[0].Name.Value)!.Type, [.. nodes.Select(n => n.Selections).OfType<SelectionSet>()], value, $"{path}.{key}");
        }
    }

    /// <summary>What a value may turn out to be: what it says itself where that was asked, else any.</summary>
    private IReadOnlyList<ObjectType> PossibleTypes(CompositeType declared, JsonElement json) => json.TryGetProperty("__typename", out var name)
        ? [.. schema.PossibleTypes(declared).Where(t => t.Name == name.GetString())]
        : schema.PossibleTypes(declared);

    private OrderedDictionary<string, List<Field>> Collect(ObjectType type, IReadOnlyList<SelectionSet> selections)
    {
        var fields = new OrderedDictionary<string, List<Field>>();
        foreach (var selection in selections)
            Collect(type, selection, fields);
        return fields;
    }

    private void Collect(ObjectType type, SelectionSet selections, OrderedDictionary<string, List<Field>> fields)
    {
        foreach (var selection in selections.Items.Where(s => s.Directives.All(Includes)))
        {
            switch (selection)
            {
                case Field field:
                    if (!fields.TryGetValue(field.ResponseKey, out var nodes))
                        fields.Add(field.ResponseKey, nodes = []);
                    nodes.Add(field);
                    break;
                case InlineFragment inline:
                    if (inline.Condition is null || schema.IsSubtype(type, schema.FindType(inline.Condition.Name.Value)!))
                        Collect(type, inline.Selections, fields);
                    break;
                case FragmentSpread spread:
                    var fragment = document.Definitions.OfType<FragmentDefinition>().Single(f => f.Name.Value == spread.Name.Value);
                    if (schema.IsSubtype(type, schema.FindType(fragment.Condition.Name.Value)!))
                        Collect(type, fragment.Selections, fields);
                    break;
            }
        }
    }

    private bool Includes(DirectiveNode directive)
    {
        var condition = directive.Arguments[0].Value switch
        {
            BooleanValue literal => literal.Value,
            Variable variable => ValueOf(variable.Name.Value),
            var other => throw new InvalidOperationException($"{other} is no condition."),
        };
        return condition == (directive.Name.Value == "include");
    }

    private bool ValueOf(string variable) => variables.TryGetProperty(variable, out var value)
        ? value.GetBoolean()
        : document.Definitions.OfType<OperationDefinition>().Single().Variables.Single(v => v.Variable.Name.Value == variable).Default is BooleanValue { Value: true };

    private void CheckValue(SchemaType type, IReadOnlyList<SelectionSet> selections, JsonElement json, string path)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            Assert.False(type.IsNonNull, $"{path} of type {type} is null");
            return;
        }
        switch (type.Nullable)
        {
            case ListType list:
                Assert.True(json.ValueKind == JsonValueKind.Array, $"{path} is no list but {json}");
                foreach (var (index, item) in json.EnumerateArray().Index())
                    CheckValue(list.Item, selections, item, $"{path}[{index}]");
                break;
            case CompositeType composite:
                CheckObject(composite, selections, json, path);
                break;
            case EnumType members:
                Assert.True(json.ValueKind == JsonValueKind.String && members.Find(json.GetString()!) is not null, $"{path} is no {members}: {json}");
                break;
            case ScalarType scalar:
                Assert.True(IsWritten(scalar.Name, json), $"{path} is no {scalar}: {json.GetRawText()}");
                break;
        }
    }

    private static bool IsWritten(string scalar, JsonElement json) => scalar switch
    {
        "Int" => json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out _),
        "Float" => json.ValueKind == JsonValueKind.Number && double.IsFinite(json.GetDouble()),
        "Boolean" => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "Position" => json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 2 && json.EnumerateArray().All(n => n.ValueKind == JsonValueKind.Number),
        "Coordinates" => json.ValueKind == JsonValueKind.Array,
        _ when json.ValueKind != JsonValueKind.String => false,
        "Date" => DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "LocalTime" => TimeOnly.TryParseExact(json.GetString(), ["HH:mm:ss", "HH:mm:ss.FFFFFF"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "DateTime" => json.TryGetDateTimeOffset(out var instant) && instant > Earliest,
        "Duration" => Duration().IsMatch(json.GetString()!),
        "URL" => Uri.TryCreate(json.GetString(), UriKind.Absolute, out _),
        "ID" => json.GetString()!.Length > 0,
        _ => true,
    };

    [GeneratedRegex(@"^P\d")]
    private static partial Regex Duration();
}
