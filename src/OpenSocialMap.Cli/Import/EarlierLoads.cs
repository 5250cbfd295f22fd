using Npgsql;
using OpenSocialMap.Cli.Tables;

namespace OpenSocialMap.Cli.Import;

/// <summary>The raw cells of a dataset that came in before, as far as a file's totals may depend on them.</summary>
internal static class EarlierLoads
{
    /// <summary>Adds those of the periods that the table's own are parts of, or that are parts of these; the latest word on each.</summary>
    public static async Task AddAsync(NpgsqlConnection connection, RawTable table, CancellationToken cancellation)
    {
        var words = table.Words;
        var periods = Enumerable.Range(0, words.Periods.Count).Select(number => words.Periods[number][..4]).Distinct().ToArray();
        await using var command = new NpgsqlCommand(
            """
            select indicator_key, area_key, time_period, breakdown, value, denominator, number, line
            from restricted.cell
            join restricted.load
              on load.key = load_key
            where dataset_key = $1
              and substr(time_period, 1, 4) = any ($2)
            order by number desc, line
            """,
            connection);
        command.Parameters.AddWithValue(words.Catalog.Dataset.Key);
        command.Parameters.AddWithValue(periods);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            var key = new CellKey(rows.GetInt32(0), rows.GetInt32(1), words.Periods.Number(rows.GetString(2)), words.Breakdowns.Number(rows.GetString(3)));
            // A row of the file takes the place of what was there, and so does a later load.
            table.TryAdd(key, new(Decimal(4), Decimal(5), rows.GetInt32(6), rows.GetInt32(7), Citation: -1));
        }

        decimal? Decimal(int at) => rows.IsDBNull(at) ? null : rows.GetDecimal(at);
    }
}
