using Npgsql;
using OpenSocialMap.Cli.Catalog;
using OpenSocialMap.Cli.Tables;

namespace OpenSocialMap.Cli.Releases;

/// <summary>What the world knows of the numbers that percentages and means are over, from datasets that need no protection: inhabitants and the like.</summary>
internal static class PublicNumbers
{
    public static async Task<Dictionary<CellKey, decimal>> ReadAsync(NpgsqlConnection connection, Vocabulary words, CancellationToken cancellation)
    {
        var catalog = words.Catalog;
        var wanted = catalog.Indicators.Values
            .Where(indicator => indicator.DatasetKey == catalog.Dataset.Key)
            .Select(indicator => indicator.DenominatorKey)
            .OfType<int>()
            .Where(key => catalog.Indicators[key].DatasetKey != catalog.Dataset.Key)
            .Distinct()
            .ToArray();
        var known = new Dictionary<CellKey, decimal>();
        if (wanted.Length == 0)
            return known;
        await using var command = new NpgsqlCommand(
            """
            select indicator_key, area_key, time_period, value
            from core.observation
            join core.release
              on release.key = release_key
             and release.status = 'CURRENT'
            join core.dataset
              on dataset.key = release.dataset_key
             and dataset.protection_method = 'NONE'
            where indicator_key = any ($1)
              and breakdown_key is null
              and value is not null
            order by observation.key
            """,
            connection);
        command.Parameters.AddWithValue(wanted);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            known.TryAdd(new(rows.GetInt32(0), rows.GetInt32(1), words.Periods.Number(rows.GetString(2)), words.Breakdowns.Number("")), rows.GetDecimal(3));
        return known;
    }
}
