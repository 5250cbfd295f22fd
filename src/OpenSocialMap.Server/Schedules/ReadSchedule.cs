using NodaTime;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Agenda.Schedules;
using OpenSocialMap.Agenda.Text;

namespace OpenSocialMap.Server.Schedules;

/// <summary>A schedule that was read from what somebody typed or sent, and the first days on which it is.</summary>
/// <param name="Dates">The first of them from the day that was asked about; empty when they are not known.</param>
/// <param name="WhyUnknown">What is missing for the dates, as programs call it; null when they are known.</param>
internal sealed record ReadSchedule(Schedule Schedule, IReadOnlyList<LocalDate> Dates, string? WhyUnknown)
{
    private const int MostDates = 10;
    private const string HolidaysElsewhere = "HOLIDAYS";

    private static readonly string[] Reasons = ["NO_FREQUENCY", "NO_DAYS", "DAYS_UNDETERMINED", "NO_START_DATE", "CONTRADICTION"];

    /// <param name="from">The first day to look at.</param>
    public static ReadSchedule Of(Schedule schedule, LocalDate from)
    {
        // School holidays are data of whoever keeps the agenda; only what can be worked out is known here.
        if (!schedule.ExceptHolidays.Concat(schedule.OnlyHolidays).All(HolidayCalendars.Computed.Codes.Contains))
            return new(schedule, [], HolidaysElsewhere);
        var recurrence = new Recurrence(schedule, HolidayCalendars.Computed);
        return new(schedule, [.. recurrence.Between(from, RecurrenceEnd).Take(MostDates).Select(time => time.Date)], recurrence.WhyUnknown is { } why ? Reasons[(int)why] : null);
    }

    public string In(Language language, TextSize size) => ScheduleText.Of(Schedule, language, size);

    private static readonly LocalDate RecurrenceEnd = new(9998, 12, 31);
}
