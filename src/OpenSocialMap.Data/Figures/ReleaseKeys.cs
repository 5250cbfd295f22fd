using Npgsql;
using NpgsqlTypes;

namespace OpenSocialMap.Data.Figures;

/// <summary>The keys of what the rows of a release share: breakdowns, citations, notes. What the database doesn't have yet is added.</summary>
internal sealed class ReleaseKeys
{
    public Dictionary<string, int> Breakdowns { get; } = new(StringComparer.Ordinal);
    public Dictionary<(int Source, string? Locator, string StatedOn), int> Citations { get; } = [];
    public Dictionary<string, int> Notes { get; } = new(StringComparer.Ordinal);

    public static async Task<ReleaseKeys> MakeAsync(NpgsqlConnection connection, FigureNames names, ReleaseContents contents, CancellationToken cancellation)
    {
        var keys = new ReleaseKeys();
        await keys.BreakdownsAsync(connection, names, contents, cancellation);
        await keys.CitationsAsync(connection, contents, cancellation);
        await keys.NotesAsync(connection, contents, cancellation);
        return keys;
    }

    async Task BreakdownsAsync(NpgsqlConnection connection, FigureNames names, ReleaseContents contents, CancellationToken cancellation)
    {
        if (contents.Breakdowns.Count == 0)
            return;
        string[] codes = [.. contents.Breakdowns];
        var parts = codes.SelectMany(code => Breakdown.Read(code)!, (code, part) => (Code: code, Category: names.Categories[part])).ToList();
        await using var command = new NpgsqlCommand(
            """
            with added as (
              insert into core.breakdown (dataset_key, code)
              select $1, code
              from unnest($2) as given (code)
              on conflict do nothing
              returning key, code
            ), linked as (
              insert into core.breakdown_category (breakdown_key, category_key)
              select added.key, part.category
              from unnest($3, $4) as part (code, category)
              join added
                on added.code = part.code
            )
            select code, key
            from added
            union all
            select code, key
            from core.breakdown
            where dataset_key = $1
              and code = any ($2)
            """,
            connection);
        command.Parameters.AddWithValue(names.DatasetKey);
        command.Parameters.AddWithValue(codes);
        command.Parameters.AddWithValue(parts.Select(part => part.Code).ToArray());
        command.Parameters.AddWithValue(parts.Select(part => part.Category).ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            Breakdowns.Add(rows.GetString(0), rows.GetInt32(1));
    }

    async Task CitationsAsync(NpgsqlConnection connection, ReleaseContents contents, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            with given as (
              select *
              from unnest($1, $2, $3) as given (source_key, locator, stated_on)
            ), added as (
              insert into core.citation (source_key, locator, stated_on)
              select source_key, locator, stated_on
              from given
              on conflict do nothing
              returning source_key, locator, stated_on, key
            )
            select source_key, locator, stated_on, key
            from added
            union all
            select citation.source_key, citation.locator, citation.stated_on, citation.key
            from core.citation
            join given
              on given.source_key = citation.source_key
             and given.locator is not distinct from citation.locator
             and given.stated_on = citation.stated_on
            """,
            connection);
        command.Parameters.AddWithValue(contents.Citations.Select(citation => citation.Source).ToArray());
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = contents.Citations.Select(citation => citation.Locator).ToArray() });
        command.Parameters.AddWithValue(contents.Citations.Select(citation => citation.StatedOn).ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            Citations.Add((rows.GetInt32(0), rows.IsDBNull(1) ? null : rows.GetString(1), rows.GetString(2)), rows.GetInt32(3));
    }

    async Task NotesAsync(NpgsqlConnection connection, ReleaseContents contents, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            with added as (
              insert into core.observation_note (text)
              select text
              from unnest($1) as given (text)
              on conflict do nothing
              returning text, key
            )
            select text, key
            from added
            union all
            select text, key
            from core.observation_note
            where text = any ($1)
            """,
            connection);
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = contents.Notes.ToArray() });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
            Notes.Add(rows.GetString(0), rows.GetInt32(1));
    }
}
