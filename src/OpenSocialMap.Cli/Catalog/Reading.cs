using Npgsql;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Cli.Catalog;

/// <summary>Cells of a query's answer: words of a closed list, and what may be null.</summary>
internal static class Reading
{
    public static string? TextOrNull(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    public static int? IntegerOrNull(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetInt32(at);

    public static T Choice<T>(this NpgsqlDataReader row, int at)
        where T : struct, Enum =>
        Spelling.Read<T>(row.GetString(at));

    public static T? ChoiceOrNull<T>(this NpgsqlDataReader row, int at)
        where T : struct, Enum =>
        row.IsDBNull(at) ? null : row.Choice<T>(at);
}
