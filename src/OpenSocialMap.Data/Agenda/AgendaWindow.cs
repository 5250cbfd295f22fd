using NodaTime;

namespace OpenSocialMap.Data.Agenda;

/// <summary>The days that the agenda is kept for. What is past stays as it was; what is ahead is worked out this far.</summary>
/// <param name="Day">The day that the agenda is at.</param>
internal sealed record AgendaWindow(LocalDate Day)
{
    private const int MonthsAhead = 18;
    private const int YearsBack = 10;

    /// <summary>A single date may be known longer beforehand than a weekly one is worth writing out.</summary>
    private const int YearsAheadForSingleDates = 10;

    public LocalDate Horizon => Day.PlusMonths(MonthsAhead);

    /// <summary>The first day that a schedule which is new here is worked out for, however long ago it began.</summary>
    public LocalDate Earliest => Day.PlusYears(-YearsBack);

    public LocalDate Latest => Day.PlusYears(YearsAheadForSingleDates);
}
