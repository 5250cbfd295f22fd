using Npgsql;
using OpenSocialMap.Cli.Catalog;
using OpenSocialMap.Cli.Tables;

namespace OpenSocialMap.Cli.Releases;

/// <summary>Reads what was released before, withdrawn or not: nobody forgets it.</summary>
internal sealed class PastReleases(NpgsqlConnection connection, Vocabulary words, IReadOnlyDictionary<CellKey, decimal> publicNumbers)
{
    sealed record Head(int Key, int Number, string[] Periods, int[] Loads);

    /// <summary>Those that tell of the years of these periods, in their order.</summary>
    public async Task<List<PastRelease>> ReadAsync(IReadOnlyCollection<string> periods, CancellationToken cancellation)
    {
        var years = periods.Select(period => period[..4]).ToHashSet();
        var releases = new List<PastRelease>();
        foreach (var head in (await HeadsAsync(cancellation)).Where(head => head.Periods.Any(period => years.Contains(period[..4]))))
        {
            if (head.Loads.Length == 0)
                throw new RefusedException(
                    $"Release {head.Number} of {words.Catalog.Dataset.Slug} was made elsewhere, and what it withholds can't be kept without its raw figures. "
                    + $"Bring them in first: opensocialmap figures import {words.Catalog.Dataset.Slug} FILE.csv --for-release {head.Number}");
            var stated = await StatedCellReader.ReadAsync(connection, words, head.Loads, head.Periods, cancellation);
            releases.Add(new(head.Number, TableBuilder.Build(stated, publicNumbers), await WordsAsync(head.Key, stated, cancellation)));
        }
        return releases;
    }

    async Task<List<Head>> HeadsAsync(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select release.key, number, time_periods, array(select load_key from restricted.release_load where release_key = release.key order by load_key)
            from core.release
            where dataset_key = $1
            order by number
            """,
            connection);
        command.Parameters.AddWithValue(words.Catalog.Dataset.Key);
        var heads = new List<Head>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            heads.Add(new(rows.GetInt32(0), rows.GetInt32(1), rows.GetFieldValue<string[]>(2), rows.GetFieldValue<int[]>(3)));
        return heads;
    }

    /// <summary>What a release says of the cells of its loads. A cell that it doesn't have, it doesn't tell.</summary>
    public async Task<PublishedWords> WordsAsync(int release, StatedCells stated, CancellationToken cancellation)
    {
        var published = new Dictionary<(CellKey, Citation), decimal?>();
        await using var command = new NpgsqlCommand(
            """
            select indicator_key, area_key, time_period, coalesce(breakdown.code, ''), value, source.slug, locator, citation.stated_on, observation.status = 'Q'
            from core.observation
            join core.citation
              on citation.key = citation_key
            join core.source
              on source.key = citation.source_key
            left join core.breakdown
              on breakdown.key = breakdown_key
            where release_key = $1
            """,
            connection);
        command.Parameters.AddWithValue(release);
        await using (var rows = await command.ExecuteReaderAsync(cancellation))
            while (await rows.ReadAsync(cancellation))
                if (!rows.GetBoolean(8))
                    published[(
                        new(rows.GetInt32(0), rows.GetInt32(1), words.Periods.Number(rows.GetString(2)), words.Breakdowns.Number(rows.GetString(3))),
                        new(rows.GetString(5), rows.TextOrNull(6), rows.GetString(7)))] = rows.IsDBNull(4) ? null : rows.GetDecimal(4);
        var values = new decimal?[stated.All.Count];
        var isWithheld = new bool[stated.All.Count];
        for (var number = 0; number < values.Length; number++)
            isWithheld[number] = !published.TryGetValue((stated.All[number].Key, stated.Citations[stated.All[number].Citation]), out values[number]);
        return new(values, isWithheld);
    }
}
