using System.Text;
using NodaTime;
using OpenSocialMap.Agenda.Opening;
using OpenSocialMap.Agenda.Schedules;
using OpenSocialMap.Agenda.Text;
using OpenSocialMap.Agenda.Text.Phrases;
using static OpenSocialMap.Agenda.Opening.OpeningState;

namespace OpenSocialMap.Agenda.Tests.Text;

public sealed class OpeningHoursTextTests
{
    private static readonly (string Name, OpeningHours Hours)[] Cases =
    [
        ("nothing is known", Hours()),
        ("days with the same hours", Hours(Usual(Span("maandag t/m donderdag van 9:00 tot 17:00"), Span("vrijdag van 9:00 tot 12:00")))),
        ("the same hours on days apart", Hours(Usual(Span("ma, wo en vr van 9:00 tot 12:00"), Span("di en do van 13:00 tot 17:00")))),
        ("twice a day", Hours(Usual(Span("maandag t/m vrijdag van 9:00 tot 12:00"), Span("maandag t/m woensdag van 13:00 tot 17:00")))),
        ("parts of the day", Hours(Usual(Span("iedere woensdagmiddag"), Span("iedere vrijdagochtend")))),
        ("every day, all day", Hours(Usual(new OpeningSpan(Open, Read("elke dag"), WholeDay: true)))),
        ("only from when, only until when", Hours(Usual(Span("maandag vanaf 9:00"), Span("dinsdag tot 12:00")))),
        ("no days are stated", Hours(Usual(new OpeningSpan(Open, new Schedule { StartTime = new(9, 0), EndTime = new(17, 0) })))),
        ("over midnight", Hours(Usual(Span("zaterdag van 20:00 tot 2:00")))),
        ("other rules than weekly", Hours(Usual(Span("iedere woensdag van 9:00 tot 11:00"), Span("iedere 1e zaterdag van de maand van 10:00 tot 12:00")))),
        ("states", Hours(Usual(
            Span("maandag t/m vrijdag van 9:00 tot 17:00"), Span("zaterdag van 10:00 tot 12:00", ByAppointment), Span("zondag", Closed),
            Span("zaterdag van 12:00 tot 17:00", WithKey), Span("iedere avond", MembersOnly), Span("zaterdag van 17:00 tot 20:00", SelfService)))),
        ("presence", Hours(Usual(
            Span("maandag t/m vrijdag van 9:00 tot 17:00"), Span("iedere woensdagmiddag", HostPresent), Span("iedere dinsdagochtend", HostPresent, "sociaal makelaar"),
            Span("vrijdag van 9:00 tot 10:00", ByAppointment, "verpleegkundige")))),
        ("summer closure", Hours(
            Usual(Span("maandag t/m vrijdag van 9:00 tot 17:00")),
            new("zomersluiting", OpeningPeriodKind.Override, 1, new(2025, 7, 22), new(2025, 8, 16), []),
            new(null, OpeningPeriodKind.Override, 1, new(2025, 12, 25), new(2025, 12, 25), []))),
        ("other hours in a holiday", Hours(
            Usual(Span("maandag t/m vrijdag van 9:00 tot 17:00")),
            new("kerstvakantie", OpeningPeriodKind.Override, 1, new(2025, 12, 22), new(2026, 1, 4), [Span("dinsdag en donderdag van 10:00 tot 12:00")]))),
        ("warm place", Hours(
            Usual(Span("maandag t/m vrijdag van 9:00 tot 17:00")),
            new("warme plek", OpeningPeriodKind.Overlay, 0, new(2022, 11, 15), new(2023, 3, 31), [Span("iedere avond")]))),
        ("two usual weeks", Hours(
            new(null, OpeningPeriodKind.Base, 0, new(2025, 1, 1), new(2025, 6, 30), [Span("maandag van 9:00 tot 12:00")]),
            new(null, OpeningPeriodKind.Base, 0, new(2025, 7, 1), null, [Span("dinsdag van 9:00 tot 12:00")]))),
        ("only a campaign", Hours(new OpeningPeriod("warme plek", OpeningPeriodKind.Overlay, 0, null, new(2023, 3, 31), [Span("elke dag van 9:00 tot 21:00")]))),
    ];

    [Fact]
    public void Opening_hours_are_told_in_five_sizes_and_two_languages()
    {
        var golden = new StringBuilder();
        foreach (var (name, hours) in Cases)
        {
            golden.Append(name).Append('\n');
            foreach (var language in Enum.GetValues<Language>())
            {
                foreach (var size in Enum.GetValues<TextSize>())
                {
                    var text = OpeningHoursText.Of(hours, language, size).Replace("\n", $"\n{new string(' ', 24)}");
                    golden.Append($"    {language,-8}{size,-12}{text}".TrimEnd()).Append('\n');
                }
            }
            golden.Append('\n');
        }
        Golden.Equal("opening-hours.golden.txt", golden.ToString());
    }

    private static OpeningHours Hours(params OpeningPeriod[] periods) => new([.. periods]);

    private static OpeningPeriod Usual(params OpeningSpan[] spans) => new(null, OpeningPeriodKind.Base, 0, null, null, [.. spans]);

    private static OpeningSpan Span(string phrase, OpeningState state = Open, string? role = null) => new(state, Read(phrase), Role: role);

    private static Schedule Read(string phrase) => SchedulePhrase.Parse(phrase).Schedule ?? throw new ArgumentException(phrase);
}
