using NodaTime;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.ICalendar;

/// <summary>A schedule as the lines of RFC 5545 that say when an event is: DTSTART, DTEND, RRULE, EXDATE and RDATE.</summary>
/// <remarks>
/// What iCalendar has no words for is not in the lines: the source's phrase, a part of the day, "3 x per week", holiday calendars. For
/// those see <see cref="Recurrence.WithHolidaysAsDates"/>.
/// </remarks>
public static class ICalendarRule
{
    /// <summary>Reads a bare rule (<c>FREQ=WEEKLY;BYDAY=WE</c>) or content lines, folded or not.</summary>
    public static ScheduleReading Parse(string text) => ICalendarReader.Read(text);

    /// <summary>The lines, without a line break at the end; DTSTART is the first date of the rule, as the RFC asks.</summary>
    /// <param name="schedule">A schedule without holiday calendars.</param>
    /// <param name="from">Where to look for the first date of a schedule that has no start date.</param>
    /// <returns>Null when the dates are not known, so that iCalendar can't say them.</returns>
    public static string? Print(Schedule schedule, LocalDate from) => ICalendarWriter.Write(schedule, from);

    /// <summary>The value of RRULE alone; null when it does not recur or its dates are not known.</summary>
    public static string? RuleOf(Schedule schedule) => ICalendarWriter.Rule(schedule);
}
