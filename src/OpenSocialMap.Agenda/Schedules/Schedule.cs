using NodaTime;

namespace OpenSocialMap.Agenda.Schedules;

/// <summary>
/// When something recurs, as far as anybody states it, in the terms of schema.org. All dates and times are wall-clock ones of Europe/Amsterdam.
/// What is null or empty is unknown or not limited, never a default: "iedere woensdagmiddag" has a day and a part of it, but no clock time.
/// </summary>
public sealed record Schedule
{
    /// <summary>The source's own short phrase, in Dutch.</summary>
    public string? Text { get; init; }

    /// <summary>How often: every so many days, weeks, months or years; null when it happens once, on given dates only, or when unknown.</summary>
    public Frequency? RepeatFrequency { get; init; }

    /// <summary>How many times in each period, where the days are not all known: 3 with every week is "3x per week".</summary>
    public int? TimesPerPeriod { get; init; }

    /// <summary>Days of the week, with an ordinal where it counts within the month or year.</summary>
    public EquatableList<DayOfWeekNumber> ByDay { get; init; } = [];

    /// <summary>Months of the year, 1 to 12: also how a season is stated, "van april tot en met oktober".</summary>
    public EquatableList<int> ByMonth { get; init; } = [];

    /// <summary>Days of the month, 1 to 31, or from its end, -1 to -31.</summary>
    public EquatableList<int> ByMonthDay { get; init; } = [];

    /// <summary>Which of the days that the other rules give within each period, from its start (1) or its end (-1).</summary>
    public EquatableList<int> BySetPosition { get; init; } = [];

    /// <summary>After so many times it is over; dates left out count, extra dates don't, as in iCalendar.</summary>
    public int? RepeatCount { get; init; }

    public DayPart? DayPart { get; init; }

    /// <summary>First day; with a frequency also the anchor of "every second week".</summary>
    public LocalDate? StartDate { get; init; }

    /// <summary>Last day, included.</summary>
    public LocalDate? EndDate { get; init; }

    public LocalTime? StartTime { get; init; }

    /// <summary>When it is not after the start, it is on the next day.</summary>
    public LocalTime? EndTime { get; init; }

    /// <summary>Days on which it does not take place although the rule says so.</summary>
    public EquatableList<LocalDate> ExceptDates { get; init; } = [];

    /// <summary>Days on which it takes place besides those of the rule.</summary>
    public EquatableList<LocalDate> ExtraDates { get; init; } = [];

    /// <summary>Codes of holiday calendars on whose days it does not take place: "niet op feestdagen".</summary>
    public EquatableList<string> ExceptHolidays { get; init; } = [];

    /// <summary>Codes of holiday calendars on whose days alone it takes place: "alleen in de schoolvakanties".</summary>
    public EquatableList<string> OnlyHolidays { get; init; } = [];
}
