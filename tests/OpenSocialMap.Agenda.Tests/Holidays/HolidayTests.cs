using NodaTime;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Tests.Holidays;

/// <summary>Dutch public holidays as the government lists them, and school holidays that are stated for some years only.</summary>
public sealed class HolidayTests
{
    private static readonly StatedHolidays School = new("school",
    [
        new("Kerstvakantie", new(2024, 12, 21), new(2025, 1, 5)),
        new("Voorjaarsvakantie", new(2025, 2, 22), new(2025, 3, 2)),
        new("Herfstvakantie", new(2027, 10, 16), new(2027, 10, 24)),
    ]);

    [Theory]
    [InlineData(2024, "01-01 03-31 04-01 04-27 05-05 05-09 05-19 05-20 12-25 12-26")]
    [InlineData(2025, "01-01 04-20 04-21 04-26 05-05 05-29 06-08 06-09 12-25 12-26")]
    [InlineData(2026, "01-01 04-05 04-06 04-27 05-05 05-14 05-24 05-25 12-25 12-26")]
    [InlineData(2038, "01-01 04-25 04-26 04-27 05-05 06-03 06-13 06-14 12-25 12-26")]
    public void Public_holidays_of_a_year(int year, string expected) =>
        Assert.Equal(expected, string.Join(' ', new DutchPublicHolidays().Between(new(year, 1, 1), new(year, 12, 31)).Select(holiday => $"{holiday.StartDate.Month:00}-{holiday.StartDate.Day:00}")));

    [Fact]
    public void Years_before_the_first_Koningsdag_are_unknown()
    {
        Assert.False(new DutchPublicHolidays().Knows(new(2013, 4, 30)));
        Assert.Null(new Recurrence(new() { RepeatFrequency = new(1, FrequencyUnit.Day), ExceptHolidays = ["nl"] }, HolidayCalendars.Computed).IsOn(new(2013, 6, 1)));
    }

    [Theory]
    [InlineData("2024-12-20", false, false)]
    [InlineData("2024-12-25", true, true)]
    [InlineData("2025-02-01", true, false)]
    [InlineData("2025-03-02", true, true)]
    [InlineData("2026-05-01", false, false)]
    [InlineData("2027-10-24", true, true)]
    [InlineData("2027-10-25", false, false)]
    public void A_year_that_nobody_stated_is_unknown(string date, bool isKnown, bool isHoliday)
    {
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;

        Assert.Equal((isKnown, isHoliday), (School.Knows(day), School.Contains(day)));
    }

    [Fact]
    public void Only_in_the_holidays_gives_the_days_of_the_holidays()
    {
        var schedule = new Schedule { RepeatFrequency = new(1, FrequencyUnit.Week), ByDay = [new(null, IsoDayOfWeek.Wednesday)], OnlyHolidays = ["school"] };
        var recurrence = new Recurrence(schedule, new HolidayCalendars(School));

        Assert.Equal([new(2024, 12, 25), new(2025, 1, 1), new(2025, 2, 26), new LocalDate(2027, 10, 20)], recurrence.Between(new(2024, 1, 1), new(2028, 1, 1)).Select(time => time.Date));
        Assert.Equal((true, false, null), (recurrence.IsOn(new(2025, 1, 1)), recurrence.IsOn(new(2025, 1, 8)), recurrence.IsOn(new(2026, 7, 1))));
        Assert.Equal(4, recurrence.WithHolidaysAsDates(new(2024, 1, 1), new(2028, 1, 1)).ExtraDates.Count);
    }
}
