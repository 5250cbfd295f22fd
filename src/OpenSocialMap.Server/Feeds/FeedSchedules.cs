using NodaTime;
using OpenSocialMap.Agenda.Schedules;
using OpenSocialMap.Agenda.Text;

namespace OpenSocialMap.Server.Feeds;

/// <summary>Schedules of the public schema in the terms of those who work out dates and tell them in words.</summary>
internal static class FeedSchedules
{
    /// <summary>Null when the frequency is one of which nobody can say what it counts.</summary>
    public static Schedule? Read(FeedSchedule stated)
    {
        Frequency? frequency = null;
        if (stated.RepeatFrequency is { } text && (frequency = Frequency.TryParse(text)) is null)
            return null;
        return new Schedule
        {
            Text = stated.Text,
            RepeatFrequency = frequency,
            TimesPerPeriod = stated.TimesPerPeriod,
            ByDay = [.. (stated.ByDay ?? []).Select(DayOfWeekNumber.TryParse).OfType<DayOfWeekNumber>()],
            ByMonth = [.. stated.ByMonth ?? []],
            ByMonthDay = [.. stated.ByMonthDay ?? []],
            BySetPosition = [.. stated.BySetPosition ?? []],
            RepeatCount = stated.RepeatCount,
            DayPart = stated.DayPart is { } part ? Enum.Parse<DayPart>(part, ignoreCase: true) : null,
            StartDate = Local(stated.StartDate),
            EndDate = Local(stated.EndDate),
            StartTime = Local(stated.StartTime),
            EndTime = Local(stated.EndTime),
            ExceptDates = [.. stated.ExceptDates.Select(LocalDate.FromDateOnly)],
            ExtraDates = [.. stated.ExtraDates.Select(LocalDate.FromDateOnly)],
            ExceptHolidays = [.. stated.ExceptHolidays],
            OnlyHolidays = [.. stated.OnlyHolidays],
        };
    }

    /// <summary>All schedules of an activity in words, as far as anything is known; the source's own phrase where nothing else can be told.</summary>
    public static string Tell(FeedActivity activity, bool isEnglish) =>
        string.Join("; ", activity.Schedules
            .Select(stated => Read(stated) is { } schedule ? ScheduleText.Of(schedule, isEnglish ? Language.English : Language.Dutch, TextSize.Large) : stated.Text ?? "")
            .Where(text => text.Length > 0));

    private static LocalDate? Local(DateOnly? date) => date is { } day ? LocalDate.FromDateOnly(day) : null;

    private static LocalTime? Local(TimeOnly? time) => time is { } clock ? LocalTime.FromTimeOnly(clock) : null;
}
