using System.Globalization;
using System.Text.Json;
using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types;

/// <summary>
/// How the five scalars of the specification read their input.
/// https://spec.graphql.org/September2025/#sec-Scalars.Built-in-Scalars
/// </summary>
public static class BuiltInScalars
{
    public static ScalarCoercion Int { get; } = new IntCoercion();
    public static ScalarCoercion Float { get; } = new FloatCoercion();
    public static ScalarCoercion String { get; } = new StringCoercion();
    public static ScalarCoercion Boolean { get; } = new BooleanCoercion();
    public static ScalarCoercion ID { get; } = new IdCoercion();

    internal static IReadOnlyDictionary<string, ScalarCoercion> All { get; } = new Dictionary<string, ScalarCoercion>
    {
        ["Int"] = Int,
        ["Float"] = Float,
        ["String"] = String,
        ["Boolean"] = Boolean,
        ["ID"] = ID,
    };

    private sealed class IntCoercion : ScalarCoercion
    {
        public override string? FromJson(JsonElement json, out object? value)
        {
            value = null;
            if (json.ValueKind != JsonValueKind.Number) return NotWhole(QuotedJson.Of(json));
            if (json.TryGetInt32(out var small))
            {
                value = small;
                return null;
            }
            // JSON has one kind of number: 5.0 and 5e0 are 5.
            var number = json.GetDouble();
            if (!double.IsInteger(number)) return NotWhole(json.GetRawText());
            if (number is < int.MinValue or > int.MaxValue) return TooBig(json.GetRawText());
            value = (int)number;
            return null;
        }

        public override string? FromLiteral(ValueNode literal, out object? value)
        {
            value = null;
            if (literal is not IntValue { Text: var text }) return NotWhole(Printer.Print(literal));
            if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return TooBig(text);
            value = number;
            return null;
        }

        private static string NotWhole(string shown) => $"Int cannot represent non-integer value: {shown}";

        private static string TooBig(string text) => $"Int cannot represent non 32-bit signed integer value: {text}";
    }

    private sealed class FloatCoercion : ScalarCoercion
    {
        public override string? FromJson(JsonElement json, out object? value)
        {
            var number = json.ValueKind == JsonValueKind.Number ? json.GetDouble() : double.NaN;
            return Finite(number, out value) ? null : $"Float cannot represent non numeric value: {QuotedJson.Of(json)}";
        }

        public override string? FromLiteral(ValueNode literal, out object? value)
        {
            var number = literal switch
            {
                IntValue whole => double.Parse(whole.Text, CultureInfo.InvariantCulture),
                FloatValue broken => double.Parse(broken.Text, CultureInfo.InvariantCulture),
                _ => double.NaN,
            };
            return Finite(number, out value) ? null : $"Float cannot represent non numeric value: {Printer.Print(literal)}";
        }

        private static bool Finite(double number, out object? value)
        {
            value = double.IsFinite(number) ? number : null;
            return value is not null;
        }
    }

    private sealed class StringCoercion : ScalarCoercion
    {
        public override string? FromJson(JsonElement json, out object? value)
        {
            value = json.ValueKind == JsonValueKind.String ? TextOf(json) : null;
            return value is null ? $"String cannot represent a non string value: {QuotedJson.Of(json)}" : null;
        }

        public override string? FromLiteral(ValueNode literal, out object? value)
        {
            value = (literal as StringValue)?.Value;
            return value is null ? $"String cannot represent a non string value: {Printer.Print(literal)}" : null;
        }
    }

    private sealed class BooleanCoercion : ScalarCoercion
    {
        public override string? FromJson(JsonElement json, out object? value)
        {
            value = json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : null;
            return value is null ? $"Boolean cannot represent a non boolean value: {QuotedJson.Of(json)}" : null;
        }

        public override string? FromLiteral(ValueNode literal, out object? value)
        {
            value = (literal as BooleanValue)?.Value;
            return value is null ? $"Boolean cannot represent a non boolean value: {Printer.Print(literal)}" : null;
        }
    }

    private sealed class IdCoercion : ScalarCoercion
    {
        // The largest whole number up to which a double knows every neighbour.
        private const double MaxExact = 9007199254740992;

        public override string? FromJson(JsonElement json, out object? value)
        {
            value = json.ValueKind switch
            {
                JsonValueKind.String => TextOf(json),
                JsonValueKind.Number => WholeNumber(json),
                _ => null,
            };
            return value is null ? $"ID cannot represent value: {QuotedJson.Of(json)}" : null;
        }

        private static string? WholeNumber(JsonElement json)
        {
            var text = json.GetRawText();
            if (!text.AsSpan().ContainsAny('.', 'e', 'E')) return text == "-0" ? "0" : text;
            var number = json.GetDouble();
            return double.IsInteger(number) && Math.Abs(number) <= MaxExact
                ? ((long)number).ToString(CultureInfo.InvariantCulture)
                : null;
        }

        public override string? FromLiteral(ValueNode literal, out object? value)
        {
            value = literal switch
            {
                StringValue text => text.Value,
                IntValue number => number.Text,
                _ => null,
            };
            return value is null ? $"ID cannot represent a non-string and non-integer value: {Printer.Print(literal)}" : null;
        }
    }
}
