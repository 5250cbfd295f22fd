namespace OpenSocialMap.Agenda.Text;

/// <summary>The holiday calendars that people have words for.</summary>
internal static class HolidayNames
{
    public const string Public = "nl";
    public const string SchoolHere = School + "midden";

    private const string School = "nl-school-";

    /// <summary>The region whose schools have these holidays; null when they are none of a school.</summary>
    public static string? SchoolRegion(string calendar) => calendar.StartsWith(School, StringComparison.Ordinal) ? calendar[School.Length..] : null;

    public static string OfSchoolRegion(string region) => School + region;
}
