using NodaTime;

namespace OpenSocialMap.Agenda.Holidays;

/// <summary>A holiday: one day such as Koningsdag, or the weeks of a school holiday.</summary>
/// <param name="Name">In Dutch.</param>
/// <param name="StartDate">First day.</param>
/// <param name="EndDate">Last day, included.</param>
public sealed record Holiday(string Name, LocalDate StartDate, LocalDate EndDate);
