using Npgsql;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Generated;

/// <summary>All rows of a database in one sum, but for when they were written and what was told of that.</summary>
internal static class Checksum
{
    public static async Task<string> OfAsync(NpgsqlDataSource database)
    {
        var tables = await database.RowsAsync(
            """
            select relname
            from pg_class
            where relnamespace = 'core'::regnamespace
              and relkind = 'r'
              and relname not in ('data_version', 'migration', 'seeding', 'told')
            order by relname
            """);
        var sums = tables.Select(table =>
            $"select '{table}', count(*), md5(string_agg(row, '|' order by row)) from (select (to_jsonb(row) - array['created_at', 'modified_at', 'key'])::text as row from core.{table} row) as rows");
        return string.Join('\n', await database.RowsAsync(string.Join(" union all ", sums)));
    }
}
