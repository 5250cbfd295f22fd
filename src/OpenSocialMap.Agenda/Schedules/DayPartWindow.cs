using NodaTime;

namespace OpenSocialMap.Agenda.Schedules;

/// <summary>
/// The widest that a part of the day can mean. Wide on purpose: people call 12:30 morning and afternoon, and an afternoon may start at eleven.
/// </summary>
/// <param name="From">First moment.</param>
/// <param name="Hours">How long it can last.</param>
internal sealed record DayPartWindow(LocalTime From, int Hours)
{
    private static readonly DayPartWindow Morning = new(LocalTime.Midnight, 13);
    private static readonly DayPartWindow Afternoon = new(new(11, 0), 8);
    private static readonly DayPartWindow Evening = new(new(16, 0), 12);

    public static DayPartWindow Of(DayPart part) => part switch
    {
        DayPart.Morning => Morning,
        DayPart.Afternoon => Afternoon,
        _ => Evening,
    };

    /// <summary>Whether a clock time can be meant, also one after midnight.</summary>
    public bool Contains(LocalTime time) => (time.Hour - From.Hour + 24) % 24 < Hours;
}
