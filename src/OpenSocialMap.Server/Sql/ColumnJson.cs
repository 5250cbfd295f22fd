using NpgsqlTypes;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Sql;

/// <summary>How the scalars and enums of the schema stand in PostgreSQL: as a parameter, and as JSON text.</summary>
internal static class ColumnJson
{
    /// <summary>SQL for the JSON of a column. A type that is not null is trusted: a test holds the views against the schema.</summary>
    public static string Of(string column, SchemaType type) => type.IsNonNull ? NotNull(column, type.Nullable) : Nullable(column, type);

    private static string NotNull(string column, SchemaType type) => type switch
    {
        EnumType => $"concat('\"', {column}, '\"')",
        ScalarType { Name: "ID" } => $"concat('\"', {column}, '\"')",
        ScalarType { Name: "Int" or "Float" } => column,
        ScalarType { Name: "Boolean" } => $"{column}::text",
        _ => $"to_json({column})",
    };

    private static string Nullable(string column, SchemaType type) => type switch
    {
        EnumType => $"coalesce('\"' || {column} || '\"', 'null')",
        ScalarType { Name: "Int" or "Float" or "Boolean" } => $"coalesce({column}::text, 'null')",
        _ => $"coalesce(to_json({column})::text, 'null')",
    };

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
