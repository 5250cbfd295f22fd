using NodaTime;
using Npgsql;
using OpenSocialMap.Agenda.Holidays;

namespace OpenSocialMap.Data.Agenda;

/// <summary>The holiday calendars: public holidays worked out, all others as the database has them.</summary>
internal static class StoredHolidays
{
    private static readonly DutchPublicHolidays _public = new();

    public static async Task<HolidayCalendars> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select calendar.code, holiday.name, holiday.start_date, holiday.end_date
            from core.holiday_calendar calendar
            left join core.holiday
              on holiday.calendar_key = calendar.key
            where calendar.code <> $1
            """,
            connection);
        command.Parameters.AddWithValue(_public.Code);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var calendars = new Dictionary<string, List<Holiday>>();
        while (await reader.ReadAsync(cancellation))
        {
            var code = reader.GetString(0);
            if (!calendars.TryGetValue(code, out var holidays))
                calendars.Add(code, holidays = []);
            if (!reader.IsDBNull(1))
                holidays.Add(new(
                    reader.GetString(1), LocalDate.FromDateOnly(reader.GetFieldValue<DateOnly>(2)), LocalDate.FromDateOnly(reader.GetFieldValue<DateOnly>(3))));
        }
        return new HolidayCalendars([_public, .. calendars.Select(calendar => new StatedHolidays(calendar.Key, calendar.Value))]);
    }

    /// <summary>Writes the public holidays from this year to the horizon beside the others, for those who read the table.</summary>
    public static async Task WritePublicAsync(NpgsqlConnection connection, AgendaWindow window, CancellationToken cancellation)
    {
        var holidays = _public.Between(new LocalDate(window.Day.Year, 1, 1), new LocalDate(window.Horizon.Year, 12, 31)).ToList();
        await using var command = new NpgsqlCommand(
            """
            insert into core.holiday (calendar_key, name, start_date, end_date)
            select calendar.key, given.name, given.date, given.date
            from unnest($2::text[], $3::date[]) as given (name, date)
            join core.holiday_calendar calendar
              on calendar.code = $1
            on conflict do nothing
            """,
            connection);
        command.Parameters.AddWithValue(_public.Code);
        command.Parameters.AddWithValue(holidays.Select(holiday => holiday.Name).ToArray());
        command.Parameters.AddWithValue(holidays.Select(holiday => holiday.StartDate.ToDateOnly()).ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
