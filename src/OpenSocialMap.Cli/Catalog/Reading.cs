using Npgsql;

namespace OpenSocialMap.Cli.Catalog;

/// <summary>Cells of a query's answer that may be null.</summary>
internal static class Reading
{
    public static string? TextOrNull(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    public static int? IntegerOrNull(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt32(at);
}
