using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>A clock time as it was said.</summary>
/// <param name="Minutes">Of the day.</param>
/// <param name="IsSpoken">Said as people say it, with twelve hours: "half acht", "2 uur"; not "2:00" or "14 uur".</param>
/// <param name="Part">The part of the day that was said with it.</param>
/// <param name="AtNight">Said to be at night.</param>
internal sealed record SpokenClock(int Minutes, bool IsSpoken, DayPart? Part, bool AtNight, PhraseSpan Span);

/// <summary>The clock times of a phrase; either end can be missing.</summary>
/// <param name="NextDay">Said to end on the day after.</param>
internal sealed record SpokenClocks(SpokenClock? Start, SpokenClock? End, bool NextDay);
