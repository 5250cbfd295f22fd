using System.Globalization;

namespace OpenSocialMap.Agenda.Schedules;

/// <summary>How often something recurs: every <paramref name="Interval"/> units; an ISO 8601 duration with one part, <c>P2M</c>.</summary>
public sealed record Frequency(int Interval, FrequencyUnit Unit)
{
    private const string Letters = "DWMY";

    /// <summary>Reads a duration such as P1W; null when it is none or has more than one part.</summary>
    public static Frequency? TryParse(string text) =>
        text.Length >= 3 && text[0] == 'P' && Letters.IndexOf(text[^1], StringComparison.Ordinal) is var unit and >= 0
            && int.TryParse(text.AsSpan(1, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var interval)
            ? new Frequency(interval, (FrequencyUnit)unit)
            : null;

    /// <summary>The ISO 8601 duration.</summary>
    public override string ToString() => $"P{Interval}{Letters[(int)Unit]}";
}

/// <summary>The unit of a frequency, as in RFC 5545 without those below a day.</summary>
public enum FrequencyUnit
{
    Day,
    Week,
    Month,
    Year,
}
