using Npgsql;
using NpgsqlTypes;

namespace OpenSocialMap.Data.Figures;

/// <summary>The keys behind the names that the rows of a dataset's release use.</summary>
public sealed class FigureNames
{
    FigureNames(int datasetKey) => DatasetKey = datasetKey;

    public int DatasetKey { get; }

    /// <summary>By code, with the number of decimals.</summary>
    public Dictionary<string, (int Key, int Decimals)> Indicators { get; } = new(StringComparer.Ordinal);

    /// <summary>By CBS code with its year; those without a code by slug.</summary>
    public Dictionary<string, (int Key, int? Year)> Areas { get; } = new(StringComparer.Ordinal);

    /// <summary>By slug.</summary>
    public Dictionary<string, int> Sources { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Dimension, string Category), int> Categories { get; } = [];

    /// <summary>Null when there is no such dataset.</summary>
    public static async Task<FigureNames?> ReadAsync(NpgsqlConnection connection, string dataset, CancellationToken cancellation)
    {
        await using var find = new NpgsqlCommand("select key from core.dataset where slug = $1", connection);
        find.Parameters.AddWithValue(dataset);
        if (await find.ExecuteScalarAsync(cancellation) is not int key)
            return null;
        var names = new FigureNames(key);
        await ReadAsync(connection, "select code, key, decimals from core.indicator where dataset_key = $1 and code is not null", key,
            row => names.Indicators.Add(row.GetString(0), (row.GetInt32(1), row.GetInt32(2))), cancellation);
        await ReadAsync(connection, "select coalesce(code, slug), key, case when code is not null then year end from core.area where $1 is not null", key,
            row => names.Areas.Add(row.GetString(0), (row.GetInt32(1), row.IsDBNull(2) ? null : row.GetInt32(2))), cancellation);
        await ReadAsync(connection, "select slug, key from core.source where $1 is not null", key,
            row => names.Sources.Add(row.GetString(0), row.GetInt32(1)), cancellation);
        await ReadAsync(
            connection,
            "select dimension.code, category.code, category.key from core.category join core.dimension on dimension.key = category.dimension_key where dataset_key = $1",
            key, row => names.Categories.Add((row.GetString(0), row.GetString(1)), row.GetInt32(2)), cancellation);
        return names;
    }

    static async Task ReadAsync(NpgsqlConnection connection, string sql, int dataset, Action<NpgsqlDataReader> add, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Integer, Value = dataset });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            add(rows);
    }
}
