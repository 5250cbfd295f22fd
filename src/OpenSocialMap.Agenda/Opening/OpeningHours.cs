using NodaTime;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Opening;

/// <summary>When a place is open, as far as anybody states it: dated periods, each with its spans. Wall-clock times of Europe/Amsterdam.</summary>
public sealed record OpeningHours(EquatableList<OpeningPeriod> Periods);

/// <summary>
/// Hours that hold from one day to another. On a day that several base and override periods hold, those with the highest priority alone decide;
/// overlays add to whatever was decided and never take away.
/// </summary>
/// <param name="Name">What people call it, such as "zomersluiting" or "warme plek"; null when it has no name.</param>
/// <param name="Kind">Whether it decides or adds.</param>
/// <param name="Priority">Among periods that decide: the highest wins. Overrides win from base periods whatever their priority.</param>
/// <param name="ValidFrom">First day; null when it is open or unknown.</param>
/// <param name="ValidThrough">Last day, included; null when it is open or unknown.</param>
/// <param name="Spans">When, in this period. None means that it is closed for the whole of it, which only an override can say.</param>
public sealed record OpeningPeriod(
    string? Name,
    OpeningPeriodKind Kind,
    int Priority,
    LocalDate? ValidFrom,
    LocalDate? ValidThrough,
    EquatableList<OpeningSpan> Spans);

public enum OpeningPeriodKind
{
    /// <summary>The usual hours.</summary>
    Base,

    /// <summary>Takes the place of the usual hours: a closure, a holiday.</summary>
    Override,

    /// <summary>Adds to the hours and leaves them as they are: a campaign such as "warme plekken".</summary>
    Overlay,
}

/// <summary>A state that recurs: open on weekdays from 9:00 to 17:00, somebody of Buurtwerk present on Wednesday afternoons.</summary>
/// <param name="State">What the place is then.</param>
/// <param name="When">Which days and times; as partial as its source is. Without a clock time and part of day it is the whole day only when <paramref name="WholeDay"/> says so.</param>
/// <param name="WholeDay">The source says: all day.</param>
/// <param name="Role">Who is there, as a role and never as a person, such as "sociaal makelaar"; null when nobody is said to be.</param>
public sealed record OpeningSpan(OpeningState State, Schedule When, bool WholeDay = false, string? Role = null);

/// <summary>What a place is at a time, after Hauki's resource states.</summary>
public enum OpeningState
{
    /// <summary>The door is open for all.</summary>
    Open,

    /// <summary>Nobody can come in.</summary>
    Closed,

    /// <summary>Open for who has an appointment.</summary>
    ByAppointment,

    /// <summary>Open, without staff.</summary>
    SelfService,

    /// <summary>Open for who has a key or a code.</summary>
    WithKey,

    /// <summary>Open for members or participants of what goes on there.</summary>
    MembersOnly,

    /// <summary>Somebody is there to receive you; says nothing about the rest of the building.</summary>
    HostPresent,
}
