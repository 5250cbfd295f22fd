using NodaTime;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text;

/// <summary>Tells the clock times of a schedule: "van 9:00 tot 11:00", "9:00–11:00", "9-11". An end at midnight is 24:00.</summary>
internal static class ClockText
{
    public static string Of(Schedule schedule, Words words, TextSize size) => (schedule.StartTime, schedule.EndTime) switch
    {
        ({ } start, { } end) => Range(start, end, words, size),
        ({ } start, null) => size is TextSize.ExtraSmall or TextSize.Small ? Words.Clock(start) : words.At(Words.Clock(start)),
        (null, { } end) => words.Until(End(end)),
        _ => "",
    };

    public static string Range(LocalTime start, LocalTime end, Words words, TextSize size) => size switch
    {
        TextSize.ExtraSmall => $"{Brief(Words.Clock(start))}-{Brief(End(end))}",
        TextSize.Small => $"{Words.Clock(start)}–{End(end)}",
        _ => $"{words.FromTo(Words.Clock(start), End(end))}{(end <= start && end != LocalTime.Midnight ? $" {words.NextDay}" : "")}",
    };

    private static string End(LocalTime end) => end == LocalTime.Midnight ? "24:00" : Words.Clock(end);

    private static string Brief(string clock) => clock.EndsWith(":00", StringComparison.Ordinal) ? clock[..^3] : clock;
}
