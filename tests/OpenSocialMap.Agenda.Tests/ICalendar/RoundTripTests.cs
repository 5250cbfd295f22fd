using System.Text.Json.Nodes;
using NodaTime;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Agenda.ICalendar;
using OpenSocialMap.Agenda.SchemaOrg;
using OpenSocialMap.Agenda.Schedules;
using OpenSocialMap.Agenda.Tests.Reference;

namespace OpenSocialMap.Agenda.Tests.ICalendar;

/// <summary>What is written as iCalendar or schema.org is read back as the same.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void A_schedule_comes_back_from_iCalendar_with_the_same_times()
    {
        foreach (var schedule in Valid(seed: 3).Take(1_000))
        {
            var lines = ICalendarRule.Print(schedule, new(2000, 1, 1))!;
            var reading = ICalendarRule.Parse(lines);

            Assert.True(reading.Schedule is not null, $"{lines}\n{string.Join('\n', reading.Problems)}");
            Assert.Equal(Times(schedule), Times(reading.Schedule));
            Assert.Equal(lines, ICalendarRule.Print(reading.Schedule, new(2000, 1, 1)));
        }
    }

    [Fact]
    public void A_schedule_comes_back_from_schema_org_as_it_was()
    {
        foreach (var generated in Valid(seed: 4).Take(1_000))
        {
            var schedule = generated with { BySetPosition = [], ExtraDates = [], ByMonthDay = [.. generated.ByMonthDay.Select(Math.Abs).Distinct()], Text = "iedere keer" };
            var written = SchemaOrgSchedule.Of(schedule);
            var reading = SchemaOrgSchedule.Parse(JsonNode.Parse(written.Json.ToJsonString())!.AsObject());

            Assert.Empty(written.LeftOut);
            Assert.Empty(reading.Problems);
            Assert.Equal(schedule, reading.Schedule);
        }
    }

    [Theory]
    [InlineData("""{"byDay":"https://schema.org/Wednesday","byMonthWeek":[2,4],"repeatFrequency":"P1M"}""", "FREQ=MONTHLY;BYDAY=2WE,4WE")]
    [InlineData("""{"byDay":["MO","schema:Friday"],"repeatFrequency":"P2W","startDate":"2026-01-05"}""", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR")]
    [InlineData("""{"byDay":{"@id":"http://schema.org/Sunday"},"repeatFrequency":"P1W","startTime":"09:00","duration":"PT1H30M"}""", "FREQ=WEEKLY;BYDAY=SU")]
    public void Other_forms_of_schema_org_are_read(string json, string rule) =>
        Assert.Equal(rule, ICalendarRule.RuleOf(SchemaOrgSchedule.Parse(JsonNode.Parse(json)!.AsObject()).Schedule!));

    [Theory]
    [InlineData("""{"byDay":"https://schema.org/PublicHolidays"}""", "byDay")]
    [InlineData("""{"repeatFrequency":"PT1H"}""", "repeatFrequency")]
    [InlineData("""{"scheduleTimezone":"Europe/London"}""", "scheduleTimezone")]
    [InlineData("""{"startTime":"9 uur"}""", "startTime")]
    [InlineData("""{"startTime":"09:00","endTime":"11:00","duration":"PT1H"}""", "duration")]
    [InlineData("""{"duration":"PT1H"}""", "duration")]
    [InlineData("""{"startDate":["2026-01-01","2026-01-02"]}""", "startDate")]
    [InlineData("""{"byMonth":{"a":1}}""", "byMonth")]
    public void What_schema_org_says_wrongly_names_its_property(string json, string property) =>
        Assert.Contains(SchemaOrgSchedule.Parse(JsonNode.Parse(json)!.AsObject()).Problems, problem => problem.Field == property);

    [Fact]
    public void What_would_be_wrong_without_its_other_half_is_left_out()
    {
        var lastWorkday = ICalendarRule.Parse("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1").Schedule!;
        var written = SchemaOrgSchedule.Of(lastWorkday);

        Assert.Equal(["byDay", "bySetPosition"], written.LeftOut);
        Assert.Null(written.Json["byDay"]);
        Assert.Equal("P1M", (string?)written.Json["repeatFrequency"]);
    }

    [Fact]
    public void What_iCalendar_can_not_say_is_not_said()
    {
        Assert.Null(ICalendarRule.Print(new() { RepeatFrequency = new(1, FrequencyUnit.Week), TimesPerPeriod = 3 }, new(2026, 1, 1)));
        Assert.Throws<ArgumentException>(() => ICalendarRule.Print(new() { RepeatFrequency = new(1, FrequencyUnit.Day), ExceptHolidays = ["nl"] }, new(2026, 1, 1)));
    }

    [Fact]
    public void The_lines_are_those_of_the_standard() => Assert.Equal(
        "DTSTART;TZID=Europe/Amsterdam:20260304T093000\r\nDTEND;TZID=Europe/Amsterdam:20260304T110000\r\nRRULE:FREQ=WEEKLY;BYDAY=WE;UNTIL=20260624T073000Z\r\nEXDATE;TZID=Europe/Amsterdam:20260429T093000",
        ICalendarRule.Print(new()
        {
            RepeatFrequency = new(1, FrequencyUnit.Week),
            ByDay = [new(null, IsoDayOfWeek.Wednesday)],
            StartDate = new(2026, 3, 1),
            EndDate = new LocalDate(2026, 6, 24),
            StartTime = new LocalTime(9, 30),
            EndTime = new LocalTime(11, 0),
            ExceptDates = [new(2026, 4, 29)],
        }, new(2026, 1, 1)));

    private static IEnumerable<Schedule> Valid(int seed)
    {
        var generated = new GeneratedSchedule(new Random(seed));
        while (true)
        {
            var schedule = generated.Next();
            if (ScheduleProblems.Of(schedule, HolidayCalendars.Computed).Count == 0)
                yield return schedule;
        }
    }

    private static List<ScheduledTime> Times(Schedule schedule) =>
        [.. new Recurrence(schedule, HolidayCalendars.Computed).Between(new(1990, 1, 1), new(2060, 1, 1)).Take(60)];
}
