using NpgsqlTypes;
using OpenSocialMap.GraphQL.Planning;

namespace OpenSocialMap.Server.Sql;

/// <summary>
/// The comparisons of the operation filters. A comparison with an unknown value fails and its negation holds, so negations are written
/// <c>is not true</c>.
/// </summary>
internal static class Comparison
{
    /// <summary>SQL for one comparison, or null when it filters nothing.</summary>
    public static string? Compile(SqlWriter writer, string column, NpgsqlDbType type, string operation, LeafInput value) => operation switch
    {
        "eq" => value.IsNull ? $"{column} is null" : $"{column} = {writer.Parameter(type, value)}",
        "neq" => value.IsNull ? $"{column} is not null" : $"{column} is distinct from {writer.Parameter(type, value)}",
        _ when value.IsNull => null,
        "in" => In(writer, column, type, value),
        "nin" => $"({In(writer, column, type, value)}) is not true",
        "gt" => $"{column} > {writer.Parameter(type, value)}",
        "gte" => $"{column} >= {writer.Parameter(type, value)}",
        "lt" => $"{column} < {writer.Parameter(type, value)}",
        "lte" => $"{column} <= {writer.Parameter(type, value)}",
        "contains" => $"strpos({column}, {writer.Parameter(type, value)}) > 0",
        "startsWith" => $"starts_with({column}, {writer.Parameter(type, value)})",
        "endsWith" => EndsWith(column, writer.Parameter(type, value)),
        ['n', .. var positive] => $"({Compile(writer, column, type, positive, value)}) is not true",
        _ => throw new InvalidOperationException($"There is no comparison \"{operation}\"."),
    };

    private static string EndsWith(string column, string value) => $"right({column}, length({value})) = {value}";

    /// <summary>A null among the values stands for unknown.</summary>
    private static string In(SqlWriter writer, string column, NpgsqlDbType type, LeafInput values)
    {
        var known = Known(writer, type, values);
        var unknown = ((IReadOnlyList<object?>)values.Value!).Contains(null);
        return unknown ? $"({column} is null or {column} = any({known}))" : $"{column} = any({known})";
    }

    /// <summary>A list's values without the nulls among them, as an array.</summary>
    public static string Known(SqlWriter writer, NpgsqlDbType type, LeafInput values) =>
        writer.Parameter(NpgsqlDbType.Array | type, source => ((IReadOnlyList<object?>)values.Read(source.Variables)!).Where(v => v is not null).ToArray());
}
