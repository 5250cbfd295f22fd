using Npgsql;
using OpenSocialMap.Data.Seeding;

namespace OpenSocialMap.Generator;

/// <summary>Releases the inhabitants of the cities that are new, as figures of a made-up census.</summary>
internal static class Figures
{
    private const string Release =
        """
        with dataset as (
          insert into core.dataset (id, slug, name, name_english, licence, protection_method, protection_reason, provenance_source_key, provenance_stated_on)
          values ($1, 'verzonnen-telling', 'Verzonnen telling', 'Made-up census', 'CC0-1.0', 'NONE', 'Deze mensen zijn er niet.', $3, $4)
          on conflict (id) do update
          set name = excluded.name
          returning key
        ), indicator as (
          insert into core.indicator (
            id, slug, code, name, name_english, description, unit, decimals, dataset_key, counting_unit, provenance_source_key, provenance_stated_on
          )
          select $2, 'verzonnen-inwoners', 'MADE_UP_INHABITANTS', 'Verzonnen inwoners', 'Made-up inhabitants', 'Mensen die er niet zijn.', 'persons', 0, key,
            'UNIQUE_PERSONS', $3, $4
          from dataset
          on conflict (id) do update
          set name = excluded.name
          returning key
        ), cited as (
          insert into core.citation (source_key, stated_on)
          values ($3, $4)
          on conflict (source_key, locator, stated_on) do update
          set stated_on = excluded.stated_on
          returning key
        )
        select dataset.key, indicator.key, cited.key
        from dataset, indicator, cited
        """;

    private const string Counted =
        """
        with counted as (
          select area.key, inhabitants, row_number() over (order by area.key) - 1 as at
          from core.area
          where provenance_source_key = $6
            and kind in ('MUNICIPALITY', 'WIJK')
            and inhabitants is not null
            and not exists (select from core.observation where area_key = area.key and indicator_key = $2)
        ), released as (
          insert into core.release (id, dataset_key, number, published_on, notes, checksum, time_periods, first_key, observation_count)
          select $4, $1, $7, make_date($5::int + 1, 1, 1), 'Verzonnen.', repeat('0', 64), array[$5], coalesce((select max(first_key + observation_count) from core.release), 1), total
          from (select count(*) as total from counted) as totals
          where total > 0
          returning key, first_key
        )
        insert into core.observation (key, release_key, indicator_key, area_key, citation_key, status, time_period, value)
        select first_key + at, released.key, $2, counted.key, $3, 'A', $5, inhabitants
        from counted, released
        """;

    private static readonly HashSet<string> NoneTaken = [];

    public static async Task WriteAsync(NpgsqlConnection connection, int source, int year, CancellationToken cancellation)
    {
        var (dataset, indicator, citation) = await DefineAsync(connection, source, year, cancellation);
        await using var count = new NpgsqlCommand("select count(*) + 1 from core.release where dataset_key = $1", connection) { Parameters = { new() { Value = dataset } } };
        var number = (int)(long)(await count.ExecuteScalarAsync(cancellation))!;
        await using var command = new NpgsqlCommand(Counted, connection) { CommandTimeout = 0 };
        foreach (var value in (object[])[dataset, indicator, citation, PublicId.New("rel", $"verzonnen-telling:{number}", NoneTaken), $"{year}", source, number])
            command.Parameters.AddWithValue(value);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<(int Dataset, int Indicator, int Citation)> DefineAsync(NpgsqlConnection connection, int source, int year, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Release, connection);
        foreach (var value in (object[])[PublicId.New("data", "verzonnen-telling", NoneTaken), PublicId.New("ind", "verzonnen-inwoners", NoneTaken), source, $"{year}"])
            command.Parameters.AddWithValue(value);
        await using var keys = await command.ExecuteReaderAsync(cancellation);
        await keys.ReadAsync(cancellation);
        return (keys.GetInt32(0), keys.GetInt32(1), keys.GetInt32(2));
    }
}
