namespace OpenSocialMap.Agenda.Holidays;

/// <summary>A schedule names a holiday calendar that nobody has.</summary>
public sealed class UnknownHolidayCalendarException(string code, IEnumerable<string> known)
    : Exception($"There is no holiday calendar \"{code}\"; there are: {string.Join(", ", known)}.")
{
    public string Code { get; } = code;
}
