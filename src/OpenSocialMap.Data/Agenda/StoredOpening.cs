using NodaTime;
using Npgsql;
using OpenSocialMap.Agenda.Opening;
using OpenSocialMap.Data.Model;
using OpeningPeriodKind = OpenSocialMap.Agenda.Opening.OpeningPeriodKind;
using OpeningState = OpenSocialMap.Agenda.Opening.OpeningState;
using StatedPeriod = OpenSocialMap.Agenda.Opening.OpeningPeriod;
using StatedSpan = OpenSocialMap.Agenda.Opening.OpeningSpan;

namespace OpenSocialMap.Data.Agenda;

/// <summary>The opening hours of places as the database has them.</summary>
internal static class StoredOpening
{
    private const string Sql =
        $"""
        select period.place_key, period.key, period.name, period.kind, period.priority, period.valid_from, period.valid_through,
          coalesce(place.status, 'ACTIVE') = 'ACTIVE', span.state, span.whole_day, span.role, {StoredSchedule.TimetableColumns}
        from core.opening_period period
        join core.meeting_place place
          on place.key = period.place_key
        left join core.opening_span span
          on span.period_key = period.key
        where place_key = any ($1)
        order by period.place_key, period.position, span.position
        """;

    /// <summary>By place; a place without any is not among them.</summary>
    public static async Task<Dictionary<int, (OpeningHours Hours, bool GoesOn)>> ReadAsync(NpgsqlConnection connection, int[] places, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.AddWithValue(places);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<(int Place, int Period, bool GoesOn, StatedPeriod Stated, StatedSpan? Span)>();
        while (await reader.ReadAsync(cancellation))
            rows.Add((reader.GetInt32(0), reader.GetInt32(1), reader.GetBoolean(7), PeriodOf(reader), reader.IsDBNull(8) ? null : SpanOf(reader)));
        return rows.GroupBy(row => row.Place).ToDictionary(
            place => place.Key,
            place => (new OpeningHours([.. place.GroupBy(row => row.Period).Select(period =>
                period.First().Stated with { Spans = [.. period.Select(row => row.Span).OfType<StatedSpan>()] })]), place.First().GoesOn));
    }

    private static StatedPeriod PeriodOf(NpgsqlDataReader reader) => new(
        reader.IsDBNull(2) ? null : reader.GetString(2),
        (OpeningPeriodKind)Spelling.Read<Model.OpeningPeriodKind>(reader.GetString(3)),
        reader.GetInt32(4),
        reader.IsDBNull(5) ? null : LocalDate.FromDateOnly(reader.GetFieldValue<DateOnly>(5)),
        reader.IsDBNull(6) ? null : LocalDate.FromDateOnly(reader.GetFieldValue<DateOnly>(6)),
        []);

    // One whose frequency means nothing says nothing of when.
    private static StatedSpan SpanOf(NpgsqlDataReader reader)
    {
        var timetable = new Schedule();
        StoredSchedule.FillTimetable(timetable, reader, 11);
        return new StatedSpan(
            (OpeningState)Spelling.Read<Model.OpeningState>(reader.GetString(8)),
            StatedSchedule.Of(timetable) ?? new(),
            reader.GetBoolean(9),
            reader.IsDBNull(10) ? null : reader.GetString(10));
    }
}
