using NodaTime;
using NodaTime.Text;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Agenda.Opening;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Tests.Opening;

/// <summary>Opening hours as sources state them, and what they answer at a time.</summary>
public sealed class OpeningCalendarTests
{
    private const string WorkingDays = "MO,TU,WE,TH,FR";

    private static readonly OpeningPeriod Office = Base(Span(WorkingDays, "09:00", "17:00"));

    private static readonly OpeningPeriod Summer = new("zomersluiting", OpeningPeriodKind.Override, 0, new LocalDate(2023, 7, 17), new LocalDate(2023, 8, 11), []);

    private static readonly OpeningPeriod WarmPlaces = new("warme plek", OpeningPeriodKind.Overlay, 0, new LocalDate(2022, 11, 15), new LocalDate(2023, 3, 31),
        [Span("MO,TU,WE,TH,FR,SA,SU", "10:00", "22:00")]);

    [Theory]
    [InlineData("2023-05-03T09:00", OpeningState.Open, null)]
    [InlineData("2023-05-03T16:59", OpeningState.Open, null)]
    [InlineData("2023-05-03T17:00", OpeningState.Closed, null)]
    [InlineData("2023-05-06T10:00", OpeningState.Closed, null)]
    [InlineData("2023-07-17T10:00", OpeningState.Closed, "zomersluiting")]
    [InlineData("2023-08-14T10:00", OpeningState.Open, null)]
    [InlineData("2022-11-14T20:00", OpeningState.Closed, null)]
    [InlineData("2022-11-15T20:00", OpeningState.Open, "warme plek")]
    [InlineData("2022-11-15T09:30", OpeningState.Open, null)]
    [InlineData("2023-01-01T21:59", OpeningState.Open, "warme plek")]
    [InlineData("2023-03-31T21:59", OpeningState.Open, "warme plek")]
    [InlineData("2023-04-01T12:00", OpeningState.Closed, null)]
    public void Usual_hours_a_closure_and_a_campaign(string at, OpeningState state, string? period) =>
        Assert.Equal(new OpeningAnswer(state, null, period), Of(Office, Summer, WarmPlaces).StateAt(At(at)));

    [Fact]
    public void An_overlay_leaves_the_usual_hours_as_they_are()
    {
        var (without, with) = (Of(Office), Of(Office, WarmPlaces));
        var (from, through) = (new LocalDate(2022, 10, 1), new LocalDate(2023, 5, 1));

        Assert.Equal(without.Between(from, through), with.Between(from, through).Where(interval => interval.Kind is OpeningPeriodKind.Base));
        Assert.Equal(137, with.Between(from, through).Count(interval => interval.PeriodName == "warme plek"));
    }

    [Theory]
    [InlineData("2026-03-04T09:00", OpeningState.Closed, null)]
    [InlineData("2026-03-04T14:00", null, UnknownOpening.NoClockTimes)]
    [InlineData("2026-03-04T18:30", null, UnknownOpening.NoClockTimes)]
    [InlineData("2026-03-04T20:00", OpeningState.Closed, null)]
    [InlineData("2026-03-05T14:00", OpeningState.Closed, null)]
    public void A_part_of_the_day_is_no_clock_time(string at, OpeningState? state, UnknownOpening? why)
    {
        var answer = Of(Base(new OpeningSpan(OpeningState.Open, Weekly("WE") with { DayPart = DayPart.Afternoon }))).StateAt(At(at));

        Assert.Equal((state, why), (answer.State, answer.WhyUnknown));
    }

    [Fact]
    public void Nobody_knows_what_nobody_said()
    {
        var at = At("2026-03-04T14:00");
        var threeTimes = new Schedule { RepeatFrequency = new(1, FrequencyUnit.Week), TimesPerPeriod = 3 };

        Assert.Equal(UnknownOpening.NoHours, Of().StateAt(at).WhyUnknown);
        Assert.Equal(UnknownOpening.NoHours, Of(WarmPlaces).StateAt(at).WhyUnknown);
        Assert.Equal(UnknownOpening.NoDays, Of(Base(new OpeningSpan(OpeningState.Open, threeTimes))).StateAt(at).WhyUnknown);
        Assert.Equal(UnknownOpening.NoClockTimes, Of(Base(new OpeningSpan(OpeningState.Open, Weekly("WE")))).StateAt(at).WhyUnknown);
        Assert.Equal(OpeningState.Open, Of(Base(new OpeningSpan(OpeningState.Open, Weekly("WE"), WholeDay: true))).StateAt(at).State);
        Assert.Empty(Of().OpenWithoutClock(at.Date));
        Assert.False(Of().PresenceAt(at).IsStated);
    }

    [Theory]
    [InlineData("2026-03-04T11:59", OpeningState.Open)]
    [InlineData("2026-03-04T12:00", OpeningState.Closed)]
    [InlineData("2026-03-04T13:00", OpeningState.Open)]
    public void A_lunch_break_is_taken_out(string at, OpeningState state) =>
        Assert.Equal(state, Of(Base(Span("WE", "09:00", "17:00"), Span("WE", "12:00", "13:00", OpeningState.Closed))).StateAt(At(at)).State);

    [Fact]
    public void A_break_without_clock_times_makes_the_day_unknown()
    {
        var calendar = Of(Base(Span("WE", "09:00", "17:00"), new OpeningSpan(OpeningState.Closed, Weekly("WE") with { DayPart = DayPart.Afternoon })));

        Assert.Equal(OpeningState.Open, calendar.StateAt(At("2026-03-04T10:00")).State);
        Assert.Equal(UnknownOpening.NoClockTimes, calendar.StateAt(At("2026-03-04T14:00")).WhyUnknown);
    }

    [Fact]
    public void The_highest_priority_decides_and_an_override_wins_from_any_base()
    {
        var high = Base(Span("WE", "10:00", "12:00")) with { Priority = 9 };
        var holiday = new OpeningPeriod("kerst", OpeningPeriodKind.Override, 0, new LocalDate(2026, 3, 4), new LocalDate(2026, 3, 4), [Span("WE", "14:00", "15:00")]);

        Assert.Equal(OpeningState.Closed, Of(Office, high).StateAt(At("2026-03-04T16:00")).State);
        Assert.Equal(OpeningState.Closed, Of(Office, high, holiday).StateAt(At("2026-03-04T10:30")).State);
        Assert.Equal(OpeningState.Open, Of(Office, high, holiday).StateAt(At("2026-03-04T14:30")).State);
        Assert.Equal(OpeningState.Open, Of(Office, high, holiday).StateAt(At("2026-03-11T10:30")).State);
    }

    [Theory]
    [InlineData(OpeningState.ByAppointment)]
    [InlineData(OpeningState.WithKey)]
    [InlineData(OpeningState.MembersOnly)]
    public void Who_needs_an_appointment_or_key_can_not_walk_in(OpeningState state)
    {
        var calendar = Of(Base(Span("WE", "18:00", "21:00", state)));

        Assert.Equal(state, calendar.StateAt(At("2026-03-04T19:00")).State);
        Assert.Empty(calendar.OpenWithoutClock(new(2026, 3, 4)));
        Assert.Null(calendar.NextOpening(At("2026-03-01T00:00")));
    }

    [Fact]
    public void Of_two_states_the_more_welcoming_is_the_answer() =>
        Assert.Equal(OpeningState.SelfService, Of(Base(Span("WE", "09:00", "17:00", OpeningState.ByAppointment), Span("WE", "09:00", "17:00", OpeningState.SelfService))).StateAt(At("2026-03-04T10:00")).State);

    [Fact]
    public void Presence_is_a_role_and_says_nothing_of_the_door()
    {
        var maker = Span("WE", "13:00", "15:00", OpeningState.HostPresent) with { Role = "sociaal makelaar" };
        var nurse = new OpeningSpan(OpeningState.HostPresent, Weekly("WE") with { DayPart = DayPart.Morning }, Role: "wijkverpleegkundige");
        var calendar = Of(Base(maker, nurse));

        Assert.Equal(["sociaal makelaar"], calendar.PresenceAt(At("2026-03-04T14:00")).Present);
        Assert.Equal(["wijkverpleegkundige"], calendar.PresenceAt(At("2026-03-04T10:00")).Perhaps);
        Assert.Equal((0, 0, true), (calendar.PresenceAt(At("2026-03-04T16:00")).Present.Count, calendar.PresenceAt(At("2026-03-04T16:00")).Perhaps.Count, calendar.PresenceAt(At("2026-03-04T16:00")).IsStated));
        Assert.Equal(UnknownOpening.NoHours, calendar.StateAt(At("2026-03-04T14:00")).WhyUnknown);
    }

    [Fact]
    public void An_override_that_says_only_who_is_there_leaves_the_door_as_it_is()
    {
        var away = new OpeningPeriod(null, OpeningPeriodKind.Override, 0, null, null, [Span("TH", "10:00", "12:00", OpeningState.HostPresent)]);

        Assert.Equal(OpeningState.Open, Of(Office, away).StateAt(At("2026-03-04T10:00")).State);
    }

    [Fact]
    public void Hours_that_nobody_states_are_known_by_their_day_or_its_part()
    {
        var (wednesday, thursday) = (new LocalDate(2026, 3, 4), new LocalDate(2026, 3, 5));
        OpeningSpan Open(Schedule when) => new(OpeningState.Open, when);
        var calendar = Of(Base(
            Open(Weekly("WE")), Open(Weekly("WE") with { DayPart = DayPart.Evening }), Span("WE", "09:00", "11:00"), Open(Weekly("TH") with { StartTime = new LocalTime(16, 0) })));

        Assert.Equal([null, DayPart.Evening], calendar.OpenWithoutClock(wednesday));
        Assert.Equal([DayPart.Afternoon], calendar.OpenWithoutClock(thursday));
        Assert.Empty(calendar.OpenWithoutClock(thursday.PlusDays(1)));
    }

    [Fact]
    public void A_break_without_clock_times_leaves_no_certain_part_of_the_day() => Assert.Empty(
        Of(Base(
            new OpeningSpan(OpeningState.Open, Weekly("WE") with { DayPart = DayPart.Afternoon }),
            new OpeningSpan(OpeningState.Closed, Weekly("WE") with { DayPart = DayPart.Afternoon }))).OpenWithoutClock(new(2026, 3, 4)));

    [Fact]
    public void What_is_open_past_midnight_belongs_to_the_day_before()
    {
        var calendar = Of(Base(Span("SA", "22:00", "02:00")));

        Assert.Equal(OpeningState.Open, calendar.StateAt(At("2026-03-08T01:59")).State);
        Assert.Equal(OpeningState.Closed, calendar.StateAt(At("2026-03-08T02:00")).State);
        Assert.Equal(new(2026, 3, 7), calendar.NextOpening(At("2026-03-08T01:00"))?.Time.Date);
        Assert.Equal(new(2026, 3, 14), calendar.NextOpening(At("2026-03-08T02:00"))?.Time.Date);
    }

    [Fact]
    public void The_next_opening_may_be_a_part_of_a_day_and_may_be_none()
    {
        var afternoon = Of(Base(new OpeningSpan(OpeningState.Open, Weekly("WE") with { DayPart = DayPart.Afternoon }))).NextOpening(At("2026-03-05T10:00"));

        Assert.Equal((new LocalDate(2026, 3, 11), null, DayPart.Afternoon), (afternoon?.Time.Date, afternoon?.Start, afternoon?.Time.DayPart));
        Assert.Null(Of().NextOpening(At("2026-03-05T10:00")));
        Assert.Null(Of(Office).NextOpening(At("2026-03-06T17:00"), days: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(Office).NextOpening(At("2026-03-06T17:00"), OpeningCalendar.FurthestAhead + 1));
    }

    [Theory]
    [InlineData(2026, 3, 28, 3)]
    [InlineData(2026, 10, 24, 5)]
    [InlineData(2026, 6, 6, 4)]
    public void A_night_is_as_long_as_the_clock_makes_it(int year, int month, int day, int hours)
    {
        var interval = Of(Base(Span("SA", "23:00", "03:00"))).Between(new(year, month, day), new(year, month, day)).Single();

        Assert.Equal(Duration.FromHours(hours), interval.Time.EndsAt - interval.Time.StartsAt);
    }

    [Fact]
    public void Holidays_close_what_is_not_open_on_holidays()
    {
        var office = Base(new OpeningSpan(OpeningState.Open, Weekly("MO") with { StartTime = new(9, 0), EndTime = new(17, 0), ExceptHolidays = ["nl"] }));

        Assert.Equal(OpeningState.Closed, Of(office).StateAt(At("2026-04-06T10:00")).State);
        Assert.Equal(UnknownOpening.NoDays, Of(office).StateAt(At("2012-04-02T10:00")).WhyUnknown);
    }

    [Fact]
    public void Intervals_are_streamed_to_the_end_of_the_calendar() =>
        Assert.Equal(new(1, 1, 1), Of(Office).Between(LocalDate.MinIsoValue, LocalDate.MaxIsoValue).First().Time.Date);

    private static OpeningCalendar Of(params OpeningPeriod[] periods) => new(new OpeningHours([.. periods]), HolidayCalendars.Computed);

    private static OpeningPeriod Base(params OpeningSpan[] spans) => new(null, OpeningPeriodKind.Base, 0, null, null, [.. spans]);

    private static OpeningSpan Span(string days, string from, string until, OpeningState state = OpeningState.Open) =>
        new(state, Weekly(days) with { StartTime = Time(from), EndTime = Time(until) });

    private static Schedule Weekly(string days) => new()
    {
        RepeatFrequency = new(1, FrequencyUnit.Week),
        ByDay = [.. days.Split(',').Select(day => DayOfWeekNumber.TryParse(day)!)],
    };

    private static LocalTime Time(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;

    private static LocalDateTime At(string text) => LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(text).Value;
}
