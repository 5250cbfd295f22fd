using Npgsql;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Data.Seeding;

namespace OpenSocialMap.Cli.Catalog;

/// <summary>Reads the catalogue from the database.</summary>
internal static class CatalogReader
{
    /// <exception cref="RefusedException">There is no such dataset.</exception>
    public static async Task<FigureCatalog> ReadAsync(NpgsqlConnection connection, string slug, CancellationToken cancellation)
    {
        var datasets = await DatasetsAsync(connection, cancellation);
        var dataset = datasets.FirstOrDefault(it => it.Slug == slug) ?? throw new RefusedException(
            datasets.Count == 0
                ? "There are no datasets yet; describe them in the seed files (datasets.csv, dimensions.csv, indicators.csv) and start the server once."
                : $"There is no dataset \"{slug}\"{Suggestion.For(slug, datasets.Select(it => it.Slug))}; the datasets are {string.Join(", ", datasets.Select(it => it.Slug))}.");
        return new(
            dataset,
            await IndicatorsAsync(connection, cancellation),
            await AreasAsync(connection, cancellation),
            await WerkgebiedenAsync(connection, cancellation),
            await DimensionsAsync(connection, dataset, cancellation),
            (await RowsAsync(connection, "select slug, key from core.source", row => (Slug: row.GetString(0), Key: row.GetInt32(1)), cancellation))
                .ToDictionary(source => source.Slug, source => source.Key, StringComparer.Ordinal));
    }

    public static Task<List<CatalogDataset>> DatasetsAsync(NpgsqlConnection connection, CancellationToken cancellation) => RowsAsync(
        connection,
        """
        select key, slug, name, protection_method, minimum_count, zero_policy, rounding_base, minimum_denominator, minimum_mean_count, dominance_percentage
        from core.dataset
        order by slug
        """,
        row => new CatalogDataset(
            row.GetInt32(0), row.GetString(1), row.GetString(2), row.Choice<ProtectionMethod>(3), row.IntegerOrNull(4), row.ChoiceOrNull<ZeroPolicy>(5), row.IntegerOrNull(6),
            row.IntegerOrNull(7), row.IntegerOrNull(8), row.IsDBNull(9) ? null : row.GetDecimal(9)),
        cancellation);

    static async Task<Dictionary<int, CatalogIndicator>> IndicatorsAsync(NpgsqlConnection connection, CancellationToken cancellation) => (await RowsAsync(
        connection,
        """
        select key, slug, code, dataset_key, measure, counting_unit, decimals, numerator_key, denominator_key, minimum_count, minimum_denominator
        from core.indicator
        where code is not null
        """,
        row => new CatalogIndicator(
            row.GetInt32(0), row.GetString(1), row.GetString(2), row.IntegerOrNull(3), row.Choice<Measure>(4), row.ChoiceOrNull<CountingUnit>(5), row.GetInt32(6),
            row.IntegerOrNull(7), row.IntegerOrNull(8), row.IntegerOrNull(9), row.IntegerOrNull(10)),
        cancellation)).ToDictionary(indicator => indicator.Key);

    static async Task<Dictionary<int, CatalogArea>> AreasAsync(NpgsqlConnection connection, CancellationToken cancellation) => (await RowsAsync(
        connection,
        "select key, kind, code, slug, year, wijk_key, municipality_key from core.area where visible",
        row => new CatalogArea(
            row.GetInt32(0), row.Choice<AreaKind>(1), row.TextOrNull(2), row.GetString(3), row.IntegerOrNull(4),
            row.IntegerOrNull(5), row.IntegerOrNull(6)),
        cancellation)).ToDictionary(area => area.Key);

    static async Task<Dictionary<int, IReadOnlyList<int>>> WerkgebiedenAsync(NpgsqlConnection connection, CancellationToken cancellation) => (await RowsAsync(
        connection,
        """
        select werkgebied_key, array_agg(wijk_key order by wijk_key)
        from core.werkgebied_wijk
        group by werkgebied_key
        having bool_and(coverage = 'WHOLE')
        """,
        row => (Key: row.GetInt32(0), Wijken: row.GetFieldValue<int[]>(1)),
        cancellation)).ToDictionary(it => it.Key, it => (IReadOnlyList<int>)it.Wijken);

    static async Task<List<CatalogDimension>> DimensionsAsync(NpgsqlConnection connection, CatalogDataset dataset, CancellationToken cancellation)
    {
        var rows = await RowsAsync(
            connection,
            $"""
            select dimension.code, dimension.is_additive, category.code, parent.code
            from core.dimension
            left join core.category
              on category.dimension_key = dimension.key
            left join core.category parent
              on parent.key = category.parent_key
            where dimension.dataset_key = {dataset.Key}
            order by dimension.code, category.code
            """,
            row => (Dimension: row.GetString(0), IsAdditive: row.GetBoolean(1), Category: row.TextOrNull(2), Parent: row.TextOrNull(3)),
            cancellation);
        return [.. rows.GroupBy(row => row.Dimension).Select(dimension => new CatalogDimension(
            dimension.Key,
            dimension.First().IsAdditive,
            dimension.Where(row => row.Category is not null).ToDictionary(row => row.Category!, row => row.Parent, StringComparer.Ordinal)))];
    }

    static async Task<List<T>> RowsAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(read(reader));
        return rows;
    }
}
