using NodaTime;

namespace OpenSocialMap.Agenda.Holidays;

/// <summary>The date of Easter in the Gregorian calendar, by the anonymous algorithm that Meeus gives in "Astronomical Algorithms", chapter 8.</summary>
internal static class Easter
{
    public static LocalDate Of(int year)
    {
        var moonYear = year % 19;
        var (century, yearOfCentury) = Math.DivRem(year, 100);
        var lunarCorrection = (century - (century + 8) / 25 + 1) / 3;
        var epact = (19 * moonYear + century - century / 4 - lunarCorrection + 15) % 30;
        var toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        var late = (moonYear + 11 * epact + 22 * toSunday) / 451;
        var (month, day) = Math.DivRem(epact + toSunday - 7 * late + 114, 31);
        return new LocalDate(year, month, day + 1);
    }
}
