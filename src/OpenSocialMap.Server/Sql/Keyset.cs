using System.Globalization;
using System.Text;
using System.Text.Json;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Sql;

/// <summary>
/// Cursors that hold the values a row is ordered by, so that a page continues at the right place however many rows were added meanwhile.
/// A cursor is the base64 of a JSON array: the order's fingerprint, then one value for each term.
/// </summary>
internal static class Keyset
{
    /// <summary>SQL for the cursor of a row, as JSON text.</summary>
    public static string Cursor(Ordering ordering, IReadOnlyList<string> values)
    {
        var json = new JsonText().Text($"[{JsonSerializer.Serialize(ordering.Fingerprint)}");
        foreach (var value in values)
            json.Text(",").Sql($"coalesce(to_json({value}), 'null')");
        return $"concat('\"', translate(encode(convert_to({json.Text("]")}, 'UTF8'), 'base64'), E'+/=\\n', '-_'), '\"')";
    }

    /// <summary>The condition that a row comes after the cursor in this order, or before it.</summary>
    public static string Condition(StatementCompiler compiler, Ordering ordering, LeafInput cursor, bool after, PlannedField field)
    {
        var values = ordering.Terms.Select((term, i) => compiler.Writer.Parameter(ColumnJson.DbType(term.Type),
            source => Decode(compiler, ordering, cursor, cursor.Read(source.Variables), field)[i])).ToList();
        var plain = ordering.Terms.All(t => t.Type.IsNonNull && t.Descending == ordering.Terms[0].Descending);
        return plain ? RowComparison(ordering, values, after) : Lexicographic(ordering, values, after);
    }

    /// <summary>Terms that are never null and all run the same way compare as one row, which one index serves.</summary>
    private static string RowComparison(Ordering ordering, List<string> values, bool after)
    {
        var greater = after != ordering.Terms[0].Descending;
        return $"({string.Join(", ", ordering.Terms.Select(t => t.Sql))}) {(greater ? ">" : "<")} ({string.Join(", ", values)})";
    }

    private static string Lexicographic(Ordering ordering, List<string> values, bool after)
    {
        var alternatives = new List<string>();
        var equal = "";
        for (var i = 0; i < values.Count; i++)
        {
            var term = ordering.Terms[i];
            alternatives.Add($"({equal}{Beyond(term, values[i], after)})");
            equal += $"{term.Sql} is not distinct from {values[i]} and ";
        }
        return $"({string.Join(" or ", alternatives)})";
    }

    /// <summary>PostgreSQL sorts null as the greatest value: last when ascending, first when descending.</summary>
    private static string Beyond(OrderTerm term, string value, bool after)
    {
        var greater = after != term.Descending;
        if (term.Type.IsNonNull)
            return $"{term.Sql} {(greater ? ">" : "<")} {value}";
        return greater
            ? $"({term.Sql} > {value} or ({term.Sql} is null and {value} is not null))"
            : $"({term.Sql} < {value} or ({term.Sql} is not null and {value} is null))";
    }

    private static object?[] Decode(StatementCompiler compiler, Ordering ordering, LeafInput input, object? cursor, PlannedField field)
    {
        if (TryDecode((string?)cursor ?? "", ordering, out var values))
            return values;
        throw InputError.At(compiler, field, input, "This is no cursor of this list in this order.",
            hint: "Take \"endCursor\" or \"startCursor\" from a page of the same list with the same \"order\", or leave the argument out to begin at the start.");
    }

    private static bool TryDecode(string cursor, Ordering ordering, out object?[] values)
    {
        values = new object?[ordering.Terms.Count];
        if (cursor.Length > 4096)
            return false;
        var text = cursor.Replace('-', '+').Replace('_', '/');
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='), bytes, out var length))
            return false;
        try
        {
            using var json = JsonDocument.Parse(Encoding.UTF8.GetString(bytes.AsSpan(0, length)));
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Array || root.GetArrayLength() != values.Length + 1 || root[0].ValueKind != JsonValueKind.String || root[0].GetString() != ordering.Fingerprint)
                return false;
            for (var i = 0; i < values.Length; i++)
            {
                if (!TryRead(root[i + 1], ordering.Terms[i].Type, out values[i]))
                    return false;
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool TryRead(JsonElement json, SchemaType type, out object? value)
    {
        value = null;
        if (json.ValueKind == JsonValueKind.Null)
            return !type.IsNonNull;
        switch (type.Named.Name)
        {
            case "Int" when json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var integer):
                value = integer;
                return true;
            case "Float" when json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) && double.IsFinite(number):
                value = number;
                return true;
            case "DateTime" when json.ValueKind == JsonValueKind.String && json.TryGetDateTimeOffset(out var instant):
                value = instant.UtcDateTime;
                return true;
            case "Date" when json.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date):
                value = date;
                return true;
            case "Int" or "Float" or "DateTime" or "Date":
                return false;
            default:
                value = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
                return value is string text && !text.Contains('\0', StringComparison.Ordinal);
        }
    }
}
