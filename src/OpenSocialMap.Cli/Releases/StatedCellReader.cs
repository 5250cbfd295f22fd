using Npgsql;
using OpenSocialMap.Cli.Catalog;
using OpenSocialMap.Cli.Tables;
using OpenSocialMap.Data.Figures;

namespace OpenSocialMap.Cli.Releases;

/// <summary>Reads what the loads of a dataset say.</summary>
internal static class StatedCellReader
{
    /// <summary>The latest word on each cell, from these loads (by key), of these periods.</summary>
    public static async Task<StatedCells> ReadAsync(
        NpgsqlConnection connection, Vocabulary words, IReadOnlyCollection<int> loads, IReadOnlyCollection<string>? periods, CancellationToken cancellation)
    {
        var cells = new StatedCells(words);
        var loadOf = new Dictionary<CellKey, int>();
        var citations = new Dictionary<Citation, int>();
        var sources = words.Catalog.Sources.ToDictionary(source => source.Value, source => source.Key);
        await using var command = new NpgsqlCommand(
            """
            select
              load_key, indicator_key, area_key, time_period, breakdown, value, denominator, obs_status, source_key, locator, stated_on, note, is_disputed,
              largest_contribution, second_contribution
            from restricted.cell
            join restricted.load
              on load.key = load_key
            where load_key = any ($1)
              and ($2 is null or time_period = any ($2))
            order by number desc, line
            """,
            connection);
        command.Parameters.AddWithValue(loads.ToArray());
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text, Value = (object?)periods?.ToArray() ?? DBNull.Value });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            var key = new CellKey(rows.GetInt32(1), rows.GetInt32(2), words.Periods.Number(rows.GetString(3)), words.Breakdowns.Number(rows.GetString(4)));
            var load = rows.GetInt32(0);
            if (!loadOf.TryAdd(key, load) && loadOf[key] != load)
                continue;
            cells.Loads.Add(load);
            SdmxCode.TryReadStatus(rows.GetFieldValue<char>(7).ToString(), out var status);
            cells.Add(new(
                key, DecimalOrNull(5), DecimalOrNull(6), DecimalOrNull(13), DecimalOrNull(14), status,
                Citation(new(sources[rows.GetInt32(8)], rows.TextOrNull(9), rows.GetString(10))),
                rows.TextOrNull(11) is { } note ? cells.Notes.Number(note) : -1,
                rows.GetBoolean(12)));
        }
        return cells;

        decimal? DecimalOrNull(int at) => rows.IsDBNull(at) ? null : rows.GetDecimal(at);

        int Citation(Citation citation)
        {
            if (!citations.TryGetValue(citation, out var number))
            {
                citations[citation] = number = cells.Citations.Count;
                cells.Citations.Add(citation);
            }
            return number;
        }
    }

    /// <summary>The keys of a dataset's loads, all or those with these numbers.</summary>
    public static async Task<List<int>> LoadsAsync(NpgsqlConnection connection, CatalogDataset dataset, IReadOnlyCollection<int> numbers, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select number, key from restricted.load where dataset_key = $1 order by number", connection);
        command.Parameters.AddWithValue(dataset.Key);
        var known = new SortedDictionary<int, int>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            known[rows.GetInt32(0)] = rows.GetInt32(1);
        if (known.Count == 0)
            throw new RefusedException($"{dataset.Slug} has no raw figures yet; bring them in with \"opensocialmap figures import {dataset.Slug} FILE.csv\".");
        if (numbers.FirstOrDefault(number => !known.ContainsKey(number)) is var missing and not 0)
            throw new RefusedException($"{dataset.Slug} has no load {missing}; its loads are {string.Join(", ", known.Keys)}.");
        return [.. known.Where(load => numbers.Count == 0 || numbers.Contains(load.Key)).Select(load => load.Value)];
    }
}
