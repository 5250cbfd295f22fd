namespace OpenSocialMap.Agenda.Opening;

/// <summary>What a door is at a time, or why that is unknown.</summary>
/// <param name="State">Null when it is unknown.</param>
/// <param name="WhyUnknown">Null when it is known.</param>
/// <param name="PeriodName">What people call the period that decided: "zomersluiting".</param>
public sealed record OpeningAnswer(OpeningState? State, UnknownOpening? WhyUnknown, string? PeriodName)
{
    internal static OpeningAnswer Unknown(UnknownOpening why) => new(null, why, null);
}

/// <summary>Why nobody can say what a door is at a time.</summary>
public enum UnknownOpening
{
    /// <summary>No hours are stated for that day.</summary>
    NoHours,

    /// <summary>It opens on some days, and nobody says on which: "3 x per week".</summary>
    NoDays,

    /// <summary>It opens on that day, and the clock times are not stated: "woensdagmiddag".</summary>
    NoClockTimes,
}
