namespace OpenSocialMap.Agenda.Schedules;

/// <summary>How often something recurs: every <paramref name="Interval"/> units; an ISO 8601 duration with one part, <c>P2M</c>.</summary>
public sealed record Frequency(int Interval, FrequencyUnit Unit);

/// <summary>The unit of a frequency, as in RFC 5545 without those below a day.</summary>
public enum FrequencyUnit
{
    Day,
    Week,
    Month,
    Year,
}
