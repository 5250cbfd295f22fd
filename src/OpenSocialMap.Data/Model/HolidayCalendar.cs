namespace OpenSocialMap.Data.Model;

/// <summary>A named set of holidays that schedules leave out or keep to: public holidays, school holidays of a region.</summary>
public sealed class HolidayCalendar
{
    /// <summary>Internal, and never shown.</summary>
    public int Key { get; private set; }

    /// <summary>What schedules call it.</summary>
    public string Code { get; set; } = null!;

    public string Name { get; set; } = null!;
    public List<Holiday> Holidays { get; } = [];
}
