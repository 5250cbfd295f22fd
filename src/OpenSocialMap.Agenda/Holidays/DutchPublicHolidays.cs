using NodaTime;

namespace OpenSocialMap.Agenda.Holidays;

/// <summary>
/// The public holidays of the Netherlands, worked out from the rules that set them. Good Friday is none of them: the law
/// (Algemene termijnenwet, article 3) only treats it as one for deadlines, and most doors are open.
/// </summary>
public sealed class DutchPublicHolidays : HolidayCalendar
{
    private static readonly LocalDate First = new(2014, 1, 1);
    private static readonly LocalDate Last = new(9998, 12, 31);

    public override string Code => "nl";

    /// <summary>Not before 2014, the first year with a Koningsdag: the Queen's birthday was celebrated on another day.</summary>
    public override bool Knows(LocalDate date) => date >= First && date <= Last;

    public override IEnumerable<Holiday> Between(LocalDate from, LocalDate through)
    {
        var (first, last) = (LocalDate.Max(from, First), LocalDate.Min(through, Last));
        for (var year = first.Year; year <= last.Year; year++)
        {
            foreach (var (name, date) in Of(year))
            {
                if (date >= first && date <= last)
                    yield return new Holiday(name, date, date);
            }
        }
    }

    private static IEnumerable<(string Name, LocalDate Date)> Of(int year)
    {
        var easter = Easter.Of(year);
        return new[]
        {
            ("Nieuwjaarsdag", new LocalDate(year, 1, 1)),
            ("Eerste Paasdag", easter),
            ("Tweede Paasdag", easter.PlusDays(1)),
            ("Koningsdag", KingsDay(year)),
            ("Bevrijdingsdag", new LocalDate(year, 5, 5)),
            ("Hemelvaartsdag", easter.PlusDays(39)),
            ("Eerste Pinksterdag", easter.PlusDays(49)),
            ("Tweede Pinksterdag", easter.PlusDays(50)),
            ("Eerste Kerstdag", new LocalDate(year, 12, 25)),
            ("Tweede Kerstdag", new LocalDate(year, 12, 26)),
        }.OrderBy(day => day.Item2);
    }

    private static LocalDate KingsDay(int year)
    {
        var birthday = new LocalDate(year, 4, 27);
        return birthday.DayOfWeek is IsoDayOfWeek.Sunday ? birthday.PlusDays(-1) : birthday;
    }
}
