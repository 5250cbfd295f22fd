using NodaTime;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Tests.Schedules;

/// <summary>Schedules as partial as people state them: what they tell, and what they leave open.</summary>
public sealed class PartialScheduleTests
{
    private static readonly LocalDate From = new(2026, 3, 1);
    private static readonly LocalDate Through = new(2026, 3, 31);

    [Theory]
    [InlineData("P1D", "", null, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31")]
    [InlineData("P1W", "WE", null, "4 11 18 25")]
    [InlineData("P1W", "WE", 1, "4 11 18 25")]
    [InlineData("P1W", "MO,TH", 2, "2 5 9 12 16 19 23 26 30")]
    [InlineData("P1M", "2WE,4WE", null, "11 25")]
    [InlineData("P1M", "2WE,4WE", 2, "11 25")]
    [InlineData("P1M", "-1FR", null, "27")]
    [InlineData("P1M", "MO,-1FR", null, "2 9 16 23 27 30")]
    [InlineData("P1Y", "1MO", null, "")]
    public void Dates_are_known_without_a_start(string frequency, string days, int? times, string expected)
    {
        var schedule = Make(frequency, days) with { TimesPerPeriod = times };

        Assert.Equal(expected, Days(schedule));
        Assert.True(Of(schedule).DatesAreKnown);
    }

    [Theory]
    [InlineData(null, "", null, DatesUnknown.NoFrequency)]
    [InlineData(null, "MO", null, DatesUnknown.NoFrequency)]
    [InlineData("P1W", "", null, DatesUnknown.NoDays)]
    [InlineData("P1M", "", null, DatesUnknown.NoDays)]
    [InlineData("P1M", "", 1, DatesUnknown.DaysUndetermined)]
    [InlineData("P1W", "", 3, DatesUnknown.DaysUndetermined)]
    [InlineData("P1Y", "", 6, DatesUnknown.DaysUndetermined)]
    [InlineData("P1M", "WE", 1, DatesUnknown.DaysUndetermined)]
    [InlineData("P2M", "1WE", null, DatesUnknown.NoStartDate)]
    [InlineData("P3M", "", null, DatesUnknown.NoStartDate)]
    [InlineData("P1W", "MO,TU", 3, DatesUnknown.Contradiction)]
    [InlineData("P0W", "MO", null, DatesUnknown.Contradiction)]
    public void What_is_missing_is_said_and_no_date_is_made_up(string? frequency, string days, int? times, DatesUnknown why)
    {
        var schedule = Make(frequency, days) with { TimesPerPeriod = times };

        Assert.Equal(why, Of(schedule).WhyUnknown);
        Assert.Equal("", Days(schedule));
    }

    [Fact]
    public void A_count_without_a_start_has_nothing_to_count_from() =>
        Assert.Equal(DatesUnknown.NoStartDate, Of(Make("P1W", "WE") with { RepeatCount = 10 }).WhyUnknown);

    [Fact]
    public void A_start_date_gives_the_day_that_a_weekly_schedule_leaves_out() =>
        Assert.Equal("10 17 24 31", Days(Make("P1W", "") with { StartDate = new(2026, 3, 10) }));

    [Fact]
    public void A_start_date_alone_is_one_date_and_an_end_date_makes_it_last()
    {
        var once = new Schedule { StartDate = new(2026, 3, 14), EndDate = new LocalDate(2026, 3, 14) };
        var lasting = new Schedule { StartDate = new(2026, 3, 14), EndDate = new LocalDate(2026, 3, 16), StartTime = new LocalTime(10, 0), EndTime = new LocalTime(17, 0) };

        Assert.Equal("14", Days(once));
        Assert.Equal(new ScheduledTime(new(2026, 3, 14), new LocalTime(10, 0), new(2026, 3, 16), new LocalTime(17, 0), null), Assert.Single(Of(lasting).Between(From, Through)));
        // "Since 14 March on Mondays" says nothing of 14 March, a Saturday.
        Assert.Equal("", Days(once with { EndDate = null, ByDay = [new(null, IsoDayOfWeek.Monday)] }));
    }

    [Fact]
    public void Extra_dates_hold_although_the_days_are_unknown() =>
        Assert.Equal("7 21", Days(Make("P1W", "") with { TimesPerPeriod = 3, ExtraDates = [new(2026, 3, 21), new(2026, 3, 7), new(2026, 3, 21)] }));

    [Fact]
    public void A_season_and_a_part_of_the_day_come_with_each_date()
    {
        var schedule = Make("P1W", "WE") with { ByMonth = [4, 5, 6], DayPart = DayPart.Afternoon };

        Assert.Equal("", Days(schedule));
        Assert.Equal(new ScheduledTime(new(2026, 4, 1), null, new(2026, 4, 1), null, DayPart.Afternoon), Of(schedule).Between(From, new(2026, 12, 31)).First());
    }

    [Fact]
    public void Left_out_dates_count_and_extra_dates_do_not()
    {
        var schedule = Make("P1W", "WE") with { StartDate = new(2026, 3, 1), RepeatCount = 3, ExceptDates = [new(2026, 3, 11)], ExtraDates = [new(2026, 3, 12)] };

        Assert.Equal("4 12 18", Days(schedule));
    }

    [Fact]
    public void Public_holidays_are_left_out()
    {
        var schedule = Make("P1W", "MO") with { ExceptHolidays = ["nl"] };

        Assert.Equal([new(2026, 3, 30), new(2026, 4, 13), new LocalDate(2026, 4, 20)], Of(schedule).Between(new(2026, 3, 30), new(2026, 5, 1)).Select(time => time.Date));
        Assert.Equal([new(2026, 4, 6), new LocalDate(2026, 4, 27)], Of(schedule).WithHolidaysAsDates(new(2026, 3, 30), new(2026, 5, 1)).ExceptDates);
    }

    [Theory]
    [InlineData(2026, 3, 29, 2, 30, "2026-03-29T01:30:00Z")]
    [InlineData(2026, 10, 25, 2, 30, "2026-10-25T00:30:00Z")]
    [InlineData(2026, 7, 1, 12, 0, "2026-07-01T10:00:00Z")]
    public void Instants_follow_from_the_clock_in_Amsterdam(int year, int month, int day, int hour, int minute, string expected) =>
        Assert.Equal(expected, new ScheduledTime(new(year, month, day), new LocalTime(hour, minute), new(year, month, day), null, null).StartsAt?.ToString());

    [Fact]
    public void What_ends_after_midnight_ends_on_the_next_day()
    {
        var time = Of(Make("P1W", "SA") with { StartTime = new LocalTime(22, 0), EndTime = new LocalTime(2, 0) }).Between(From, Through).First();

        Assert.Equal((new LocalDate(2026, 3, 7), new LocalDate(2026, 3, 8)), (time.Date, time.EndDate));
        Assert.Equal(Duration.FromHours(4), time.EndsAt - time.StartsAt);
    }

    private static Schedule Make(string? frequency, string days) => new()
    {
        RepeatFrequency = frequency is null ? null : Frequency.TryParse(frequency),
        ByDay = [.. days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(day => DayOfWeekNumber.TryParse(day)!)],
    };

    private static Recurrence Of(Schedule schedule) => new(schedule, HolidayCalendars.Computed);

    private static string Days(Schedule schedule) => string.Join(' ', Of(schedule).Between(From, Through).Select(time => time.Date.Day));
}
