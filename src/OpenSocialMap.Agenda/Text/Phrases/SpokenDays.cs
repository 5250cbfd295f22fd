using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>Before the days of a phrase: what it says about how often.</summary>
internal enum DayMode
{
    /// <summary>"Woensdag", "op woensdag".</summary>
    Plain,

    /// <summary>"Iedere woensdag".</summary>
    Each,

    /// <summary>"Op alle woensdagen".</summary>
    All,

    /// <summary>"Op een woensdag": it is not said which, or how often.</summary>
    Some,
}

/// <summary>The days of a phrase.</summary>
/// <param name="MonthDays">Days of the month; then there are no weekdays.</param>
/// <param name="Within">What was said that ordinals count in: a month, a year; null when nothing was said.</param>
/// <param name="Months">"Van september": the months that ordinals count in.</param>
internal sealed record SpokenDays(
    DayMode Mode,
    EquatableList<DayOfWeekNumber> Weekdays,
    EquatableList<int> MonthDays,
    DayPart? Part,
    FrequencyUnit? Within,
    EquatableList<int> Months)
{
    public bool HasOrdinals => MonthDays.Count > 0 || Weekdays.Any(day => day.Ordinal is not null);
}
