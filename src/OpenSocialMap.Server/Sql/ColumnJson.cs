using NpgsqlTypes;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.Sql;

/// <summary>
/// How the scalars and enums of the schema stand in PostgreSQL: as a parameter, and as JSON text. Of a text to_json spends most of its time finding out
/// anew what a text is, so where nothing can need escaping it stands between quotes as it is: an id, the value of an enum, a date or time (settings.sql
/// keeps them ISO) and what a constraint holds to a plain pattern.
/// </summary>
internal static class ColumnJson
{
    /// <summary>Writes the JSON of a column. A type that is not null is trusted: a test holds the views against the schema.</summary>
    public static void Append(JsonText json, string column, ColumnBinding binding)
    {
        var type = binding.Type;
        var isPlain = binding.IsPlain || type.Nullable is EnumType or ScalarType { Name: "ID" or "Date" or "LocalTime" };
        if (isPlain && type.IsNonNull)
            json.Text("\"").Sql(column).Text("\"");
        else if (isPlain)
            json.Sql($"coalesce('\"' || {column} || '\"', 'null')");
        else
            json.Sql(type.IsNonNull ? NotNull(column, type.Nullable) : Nullable(column, type));
    }

    private static string NotNull(string column, SchemaType type) => type switch
    {
        ScalarType { Name: "Int" or "Float" } => column,
        ScalarType { Name: "Boolean" } => $"{column}::text",
        ListType { Item.Nullable: EnumType } => Enums(column),
        ListType => $"array_to_json({column})",
        _ => $"to_json({column})",
    };

    private static string Nullable(string column, SchemaType type) => type switch
    {
        ScalarType { Name: "Int" or "Float" or "Boolean" } => $"coalesce({column}::text, 'null')",
        ListType { Item.Nullable: EnumType } => $"coalesce({Enums(column)}, 'null')",
        ListType => $"coalesce(array_to_json({column}), 'null')",
        _ => $"coalesce(to_json({column}), 'null')",
    };

    /// <summary>What to_json gives for a list of enum values, at half its cost.</summary>
    private static string Enums(string column) => $"case cardinality({column}) when 0 then '[]' else '[\"' || array_to_string({column}, '\",\"') || '\"]' end";

    /// <summary>A number with so many decimals at most, at a ninth of what it costs as a numeric: PostgreSQL writes the fewest digits that give the same number.</summary>
    public static string Rounded(string number, int decimals) => $"round(({number}) * 1e{decimals}) / 1e{decimals}";

    /// <summary>The PostgreSQL type of a value of this named type.</summary>
    public static NpgsqlDbType DbType(SchemaType type) => type.Named.Name switch
    {
        "Int" => NpgsqlDbType.Integer,
        "Float" => NpgsqlDbType.Double,
        "Boolean" => NpgsqlDbType.Boolean,
        "Date" => NpgsqlDbType.Date,
        "LocalTime" => NpgsqlDbType.Time,
        "DateTime" => NpgsqlDbType.TimestampTz,
        _ => NpgsqlDbType.Text,
    };
}
