using NodaTime;

namespace OpenSocialMap.Agenda.Schedules;

/// <summary>A day of the week, or the n-th such day in the month or year: <c>WE</c>, <c>2WE</c>, <c>-1FR</c>.</summary>
/// <param name="Ordinal">Null for every such day; counts from the end when negative; never zero.</param>
public sealed record DayOfWeekNumber(int? Ordinal, IsoDayOfWeek Day);
