using NodaTime;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Agenda.ICalendar;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Tests.Schedules;

/// <summary>Rules that can't be so are named with the field, and no rule keeps a processor busy.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=32", "byMonthDay")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0", "byMonthDay")]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31", "byMonthDay")]
    [InlineData("FREQ=YEARLY;BYMONTH=13", "byMonth")]
    [InlineData("FREQ=WEEKLY;BYDAY=2WE", "byDay")]
    [InlineData("FREQ=MONTHLY;BYDAY=0WE", "byDay")]
    [InlineData("FREQ=MONTHLY;BYDAY=6WE", "byDay")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=3", "byMonthDay")]
    [InlineData("FREQ=WEEKLY;INTERVAL=0", "repeatFrequency")]
    [InlineData("FREQ=WEEKLY;COUNT=0", "repeatCount")]
    [InlineData("FREQ=MONTHLY;BYSETPOS=1", "bySetPosition")]
    [InlineData("FREQ=HOURLY", "FREQ")]
    [InlineData("BYDAY=WE", "BYDAY=WE")]
    [InlineData("FREQ=WEEKLY;BYDAY=WO", "BYDAY")]
    [InlineData("FREQ=YEARLY;BYWEEKNO=20", "BYWEEKNO")]
    [InlineData("FREQ=WEEKLY;COUNT=3;UNTIL=20260101", "COUNT")]
    [InlineData("FREQ=WEEKLY;INTERVAL=99999999999", "INTERVAL")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU", "WKST")]
    [InlineData("DTSTART;TZID=America/New_York:20260101T090000", "DTSTART")]
    [InlineData("DTSTART:20260101T090000\nRRULE:FREQ=DAILY\nEXDATE:20260102T100000", "EXDATE")]
    [InlineData("", "RRULE")]
    public void A_rule_that_can_not_be_names_its_field(string text, string field)
    {
        var reading = ICalendarRule.Parse(text);

        Assert.Null(reading.Schedule);
        Assert.Contains(reading.Problems, problem => problem.Field == field && problem.Message.Length > 0 && problem.Remedy.Length > 0);
    }

    [Fact]
    public void Contradictions_between_fields_are_named()
    {
        Assert.Equal(["endDate"], Fields(new() { StartDate = new(2026, 2, 1), EndDate = new LocalDate(2026, 1, 1) }));
        Assert.Equal(["repeatCount"], Fields(new() { RepeatCount = 3, StartDate = new LocalDate(2026, 2, 1) }));
        Assert.Equal(["timesPerPeriod"], Fields(new() { TimesPerPeriod = 3 }));
        Assert.Equal(["dayPart"], Fields(new() { StartTime = new LocalTime(20, 0), DayPart = DayPart.Morning }));
        Assert.Equal(["onlyHolidays"], Fields(new() { OnlyHolidays = ["nl-school-noord"] }));
        Assert.Empty(Fields(new() { Text = "doorlopend aanbod" }));
    }

    [Fact]
    public void An_unknown_calendar_is_named()
    {
        var error = Assert.Throws<UnknownHolidayCalendarException>(() => new Recurrence(new() { ExceptHolidays = ["xx"] }, HolidayCalendars.Computed));
        Assert.Equal("There is no holiday calendar \"xx\"; there are: nl.", error.Message);
    }

    [Theory]
    [InlineData("FREQ=DAILY;BYMONTH=2,4;BYMONTHDAY=30,31;BYDAY=MO;BYSETPOS=2")]
    [InlineData("FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1")]
    [InlineData("FREQ=YEARLY;BYDAY=53MO;BYMONTHDAY=1")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2")]
    public void A_rule_that_never_fires_ends_and_is_a_problem(string rule)
    {
        var schedule = ICalendarRule.Parse(rule).Schedule!;

        Assert.Empty(new Recurrence(schedule, HolidayCalendars.Computed).Between(LocalDate.MinIsoValue, LocalDate.MaxIsoValue));
        Assert.Equal(["repeatFrequency"], Fields(schedule));
    }

    [Theory]
    [InlineData("FREQ=DAILY")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR")]
    [InlineData("DTSTART;VALUE=DATE:00010101\nRRULE:FREQ=DAILY;INTERVAL=2147483647")]
    [InlineData("DTSTART;VALUE=DATE:00010101\nRRULE:FREQ=YEARLY;INTERVAL=2147483647;COUNT=2147483647")]
    public void Five_hundred_years_are_streamed(string rule)
    {
        var recurrence = new Recurrence(ICalendarRule.Parse(rule).Schedule!, HolidayCalendars.Computed);

        var dates = recurrence.Between(new(2000, 1, 1), new(2500, 1, 1)).Count();

        Assert.InRange(dates, 0, 182_623);
        Assert.True(recurrence.Between(new(1, 1, 1), LocalDate.MaxIsoValue).Any());
    }

    [Fact]
    public void Only_holidays_that_never_come_end_too() =>
        Assert.Empty(new Recurrence(new() { RepeatFrequency = new(1, FrequencyUnit.Day), OnlyHolidays = ["none"] }, new HolidayCalendars(new StatedHolidays("none", [])))
            .Between(LocalDate.MinIsoValue, LocalDate.MaxIsoValue));

    private static IEnumerable<string> Fields(Schedule schedule) => ScheduleProblems.Of(schedule, HolidayCalendars.Computed).Select(problem => problem.Field);
}
