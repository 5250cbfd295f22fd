using NodaTime;
using NodaTime.Text;

namespace OpenSocialMap.Agenda.ICalendar;

/// <summary>A date, or a date and time on the clock of Amsterdam, as iCalendar writes them.</summary>
internal sealed record ICalendarMoment(LocalDate Date, LocalTime? Time)
{
    private static readonly LocalDatePattern DateForm = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern TimeForm = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern UtcForm = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <param name="text">One value.</param>
    /// <param name="parameters">What stands between the name and the colon: <c>;TZID=Europe/Amsterdam</c>.</param>
    /// <param name="why">Why it can't be read.</param>
    public static ICalendarMoment? TryParse(string text, string parameters, out string why)
    {
        why = $"{text} is no date or time";
        var zone = parameters.Split(';').Select(parameter => parameter.Split('=', 2)).FirstOrDefault(pair => pair[0].Equals("TZID", StringComparison.OrdinalIgnoreCase));
        if (zone is [_, var id] && id.Trim('"') != AmsterdamTime.Zone.Id)
        {
            why = $"times are those of {AmsterdamTime.Zone.Id} here, not of {id}";
            return null;
        }
        if (DateForm.Parse(text) is { Success: true } date)
            return new ICalendarMoment(date.Value, null);
        if (TimeForm.Parse(text) is { Success: true } local)
            return new ICalendarMoment(local.Value.Date, local.Value.TimeOfDay);
        if (UtcForm.Parse(text) is { Success: true, Value: var instant })
            return new ICalendarMoment(AmsterdamTime.LocalOf(instant).Date, AmsterdamTime.LocalOf(instant).TimeOfDay);
        return null;
    }
}
