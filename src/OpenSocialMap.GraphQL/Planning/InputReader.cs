using System.Diagnostics;
using System.Text;
using System.Text.Json;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Planning;

/// <summary>
/// Reads JSON values as input types, variable by variable, and keeps an error for each fault with the path to it.
/// After a fault the values are worthless; reading goes on to find the other faults.
/// https://spec.graphql.org/September2025/#sec-Input-Types
/// </summary>
internal sealed class InputReader(Source source, VariableLimits limits)
{
    private const int MaxErrors = 50;

    private readonly List<GraphQLError> _errors = [];
    private readonly List<Step> _path = [];
    private VariableDefinition _definition = null!;
    private int _values;

    /// <summary>A field of an input object, or a position in a list.</summary>
    private readonly record struct Step(string? Field, int Index);

    /// <summary>Reads one variable; false when the client gave none and there is no default.</summary>
    public bool TryRead(VariableDefinition definition, SchemaType type, JsonElement json, out object? value)
    {
        _definition = definition;
        _path.Clear();
        value = null;
        var name = definition.Variable.Name.Value;
        switch (json.ValueKind)
        {
            case JsonValueKind.Undefined when definition.Default is not null:
                value = LiteralCoercion.Coerce(type, definition.Default);
                return true;
            case JsonValueKind.Undefined:
                if (type.IsNonNull) Report($"Variable \"${name}\" of required type \"{type}\" was not provided.");
                return false;
            case JsonValueKind.Null when type.IsNonNull:
                Report($"Variable \"${name}\" of non-null type \"{type}\" must not be null.");
                return true;
            default:
                value = Read(type, json);
                return true;
        }
    }

    public void ThrowIfAnyErrors()
    {
        if (_errors.Count > 0) throw new GraphQLException(_errors);
    }

    private object? Read(SchemaType type, JsonElement json)
    {
        if (++_values > limits.MaxValues)
        {
            Stop(new ExceededLimit(LimitNames.VariableValues, _values, limits.MaxValues).Error(
                $"The variables hold more than {limits.MaxValues} values.", "Send fewer values, or several requests."));
        }
        if (json.ValueKind == JsonValueKind.Null)
        {
            if (type.IsNonNull) Invalid("null", $"Expected non-nullable type \"{type}\" not to be null.");
            return null;
        }
        return type.Nullable switch
        {
            ListType list when json.ValueKind == JsonValueKind.Array => ReadItems(list, json),
            ListType list => new[] { Read(list.Item, json) },
            InputObjectType input when json.ValueKind == JsonValueKind.Object => ReadFields(input, json),
            InputObjectType input => Invalid(json, $"Expected type \"{input}\" to be an object."),
            EnumType members => ReadEnum(members, json),
            ScalarType scalar => ReadScalar(scalar, json),
            _ => throw new UnreachableException($"{type} is no input type; validation should have said so."),
        };
    }

    private object?[] ReadItems(ListType type, JsonElement json)
    {
        var length = json.GetArrayLength();
        if (length > limits.MaxListLength)
        {
            Stop(new ExceededLimit(LimitNames.ListLength, length, limits.MaxListLength).Error(
                $"Variable \"${_definition.Variable.Name.Value}\" has a list of {length} items, and the limit is {limits.MaxListLength}.",
                "Send the list in parts, each with a request of its own."));
        }
        var items = new object?[length];
        var index = 0;
        foreach (var item in json.EnumerateArray())
        {
            Enter(new Step(null, index));
            items[index++] = Read(type.Item, item);
            Leave();
        }
        return items;
    }

    private InputObject ReadFields(InputObjectType type, JsonElement json)
    {
        var fields = new List<KeyValuePair<string, object?>>();
        var unknown = false;
        foreach (var property in json.EnumerateObject())
        {
            if (type.Find(QuotedJson.NameOf(property)) is not { } field)
            {
                unknown = true;
                continue;
            }
            Enter(new Step(field.Name, 0));
            // As everywhere in JSON, the last of two properties with one name counts.
            Set(fields, field.Name, Read(field.Type, property.Value));
            Leave();
        }
        CheckRequired(type, json, fields);
        if (unknown) ReportUnknown(type, json);
        if (type.IsOneOf) CheckOneOf(type, json, fields);
        LiteralCoercion.AddDefaults(type, fields);
        return new InputObject(fields);
    }

    private static void Set(List<KeyValuePair<string, object?>> fields, string name, object? value)
    {
        var index = fields.FindIndex(f => f.Key == name);
        if (index < 0)
        {
            fields.Add(new(name, value));
        }
        else
        {
            fields[index] = new(name, value);
        }
    }

    private void CheckRequired(InputObjectType type, JsonElement json, List<KeyValuePair<string, object?>> fields)
    {
        foreach (var field in type.Fields)
        {
            if (field.IsRequired && !LiteralCoercion.Holds(fields, field.Name))
            {
                Invalid(json, $"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");
            }
        }
    }

    private void ReportUnknown(InputObjectType type, JsonElement json)
    {
        var quoted = QuotedJson.Of(json);
        foreach (var property in json.EnumerateObject())
        {
            var name = QuotedJson.NameOf(property);
            if (type.Find(name) is null)
            {
                var suggestion = Suggestions.DidYouMean(Suggestions.For(name, type.Fields.Select(f => f.Name)));
                Invalid(quoted, $"Field \"{Excerpt.Of(name)}\" is not defined by type \"{type}\".{suggestion}");
            }
        }
    }

    private void CheckOneOf(InputObjectType type, JsonElement json, List<KeyValuePair<string, object?>> fields)
    {
        if (fields.Count != 1)
        {
            Invalid(json, $"Exactly one key must be specified for OneOf type \"{type}\".");
        }
        if (fields is [(var key, null), ..] && json.GetProperty(key).ValueKind == JsonValueKind.Null)
        {
            Enter(new Step(key, 0));
            Invalid("null", $"Field \"{key}\" must be non-null.");
            Leave();
        }
    }

    private string? ReadEnum(EnumType type, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            var quoted = QuotedJson.Of(json);
            Invalid(quoted, $"Enum \"{type}\" cannot represent non-string value: {quoted}.{Suggestions.EnumValue(type, quoted)}");
            return null;
        }
        var given = ScalarCoercion.TextOf(json) ?? "\uFFFD";
        if (type.Find(given) is { } member) return member.Name;
        Invalid(json, $"Value \"{Excerpt.Of(given)}\" does not exist in \"{type}\" enum.{Suggestions.EnumValue(type, given)}");
        return null;
    }

    private object? ReadScalar(ScalarType type, JsonElement json)
    {
        if (type.Coercion.FromJson(json, out var value) is { } problem)
        {
            if (json.ValueKind == JsonValueKind.String && ScalarCoercion.TextOf(json) is null)
                problem = "It is not valid Unicode: half of a surrogate pair is no character.";
            Invalid(json, BuiltInScalars.All.ContainsKey(type.Name) ? problem : $"Expected type \"{type}\". {problem}");
        }
        return value;
    }

    private void Enter(Step step)
    {
        _path.Add(step);
        if (_path.Count > limits.MaxDepth)
        {
            Stop(new ExceededLimit(LimitNames.VariableDepth, _path.Count, limits.MaxDepth).Error(
                $"Variable \"${_definition.Variable.Name.Value}\" is nested more than {limits.MaxDepth} levels deep.",
                "Write \"and\" and \"or\" with several branches beside each other instead of inside one another."));
        }
    }

    private void Leave() => _path.RemoveAt(_path.Count - 1);

    private object? Invalid(JsonElement json, string problem) => Invalid(QuotedJson.Of(json), problem);

    private object? Invalid(string quoted, string problem)
    {
        var name = _definition.Variable.Name.Value;
        var place = _path.Count == 0 ? "" : $" at \"{name}{PathText()}\"";
        Report($"Variable \"${name}\" got invalid value {quoted}{place}; {problem}");
        return null;
    }

    private string PathText()
    {
        var text = new StringBuilder();
        foreach (var (field, index) in _path)
        {
            _ = field is null ? text.Append('[').Append(index).Append(']') : text.Append('.').Append(field);
        }
        return text.ToString();
    }

    private void Report(string message)
    {
        if (_errors.Count == MaxErrors)
        {
            Stop(new GraphQLError("Too many errors processing variables, error limit reached. Execution aborted.", ErrorCodes.Limit));
        }
        _errors.Add(GraphQLError.At(source, _definition, ErrorCodes.Variables, message));
    }

    private void Stop(GraphQLError error)
    {
        _errors.Add(error with { Locations = [source.LocationOf(_definition.Span.Start)] });
        throw new GraphQLException(_errors);
    }
}
