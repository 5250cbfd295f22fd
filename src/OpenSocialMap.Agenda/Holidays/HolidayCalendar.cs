using NodaTime;

namespace OpenSocialMap.Agenda.Holidays;

/// <summary>A named set of holidays that schedules can leave out or keep to: Dutch public holidays, school holidays of a region.</summary>
public abstract class HolidayCalendar
{
    /// <summary>What schedules call it: <c>nl</c>, <c>nl-school-midden</c>.</summary>
    public abstract string Code { get; }

    /// <summary>The holidays that have a day in the range, in order.</summary>
    public abstract IEnumerable<Holiday> Between(LocalDate from, LocalDate through);

    /// <summary>Whether the calendar says of that day if it is a holiday.</summary>
    public abstract bool Knows(LocalDate date);

    /// <summary>The holiday that a day belongs to; null when it is none or when that is not known.</summary>
    public Holiday? On(LocalDate date) => Between(date, date).FirstOrDefault();

    public bool Contains(LocalDate date) => On(date) is not null;
}
