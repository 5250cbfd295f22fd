namespace OpenSocialMap.Agenda.Schedules;

/// <summary>Why a schedule doesn't tell on which dates something takes place.</summary>
public enum DatesUnknown
{
    /// <summary>Neither a frequency nor a date: "in de zomer", "doorlopend", "op maandag" without how often.</summary>
    NoFrequency,

    /// <summary>How often, but not on which days: "wekelijks", "1 x per maand".</summary>
    NoDays,

    /// <summary>So many times in each period, and not as many days: "3 x per week".</summary>
    DaysUndetermined,

    /// <summary>"Om de twee maanden" or "tien keer" without a first date to count from.</summary>
    NoStartDate,

    /// <summary>The schedule contradicts itself: see <see cref="ScheduleProblems"/>.</summary>
    Contradiction,
}
