namespace OpenSocialMap.Agenda.Holidays;

/// <summary>The holiday calendars that schedules may name, by code.</summary>
public sealed class HolidayCalendars
{
    private readonly Dictionary<string, HolidayCalendar> _calendars;

    public HolidayCalendars(params IEnumerable<HolidayCalendar> calendars) =>
        _calendars = calendars.ToDictionary(calendar => calendar.Code, StringComparer.Ordinal);

    /// <summary>Only what can be worked out: Dutch public holidays as <c>nl</c>.</summary>
    public static HolidayCalendars Computed { get; } = new(new DutchPublicHolidays());

    public IReadOnlyCollection<string> Codes => _calendars.Keys;

    /// <exception cref="UnknownHolidayCalendarException">There is none with this code.</exception>
    public HolidayCalendar this[string code] =>
        _calendars.TryGetValue(code, out var calendar) ? calendar : throw new UnknownHolidayCalendarException(code, Codes);
}
