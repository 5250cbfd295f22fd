using System.Globalization;
using System.Text.RegularExpressions;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Seeding;

// Filling in activities.
internal sealed partial class SeedImport
{
    void Fill(List<(Activity Record, SeedRow Row)> activities)
    {
        foreach (var (record, row) in activities)
        {
            var activity = Target(record);
            FillName(activity, row);
            activity.Themes = row.Choices<Theme>("themes");
            activity.TargetGroups = row.Choices<TargetGroup>("target_groups");
            activity.Access = row.Choice<Access>("access");
            activity.IsAccessibleForFree = row.Boolean("is_accessible_for_free");
            activity.PriceNote = row.Text("price_note");
            activity.InLanguage = row.Shaped("in_language", LanguageTag(), "nl or ar") ?? [];
            activity.MinimumAge = row.Integer("minimum_age", 0, 150);
            activity.MaximumAge = row.Integer("maximum_age", 0, 150);
            if (activity.MinimumAge > activity.MaximumAge)
                row.Problem("maximum_age", "the maximum age is below the minimum age; exchange them");
            activity.Status = row.Choice<RecordStatus>("status");
            activity.SucceededBy = _registers.Activities.Find(row, "succeeded_by");
            activity.Place = _registers.MeetingPlaces.Find(row, "place");
            activity.Area = _registers.Areas.Find(row, "area");
            activity.Organiser = _registers.Partners.Find(row, "organiser");
            FillLinks(activity, row);
            FillSchedule(activity.Schedule, row);
            Keep(activity, row);
        }
        Cycles.Report(activities, activity => activity.SucceededBy, "succeeded_by");
    }

    void FillLinks(Activity activity, SeedRow row)
    {
        var roles = row.List("partners").Select(part => ReadRole(part, row)).OfType<(PartnerRole Role, Partner Partner)>().ToHashSet();
        if (activity.Organiser is { } organiser)
            roles.Add((PartnerRole.Organiser, organiser));
        Synchronise(
            activity.PartnerLinks,
            roles,
            (link, it) => link.Partner == it.Partner && link.Role == it.Role,
            it => new() { Partner = it.Partner, Role = it.Role });
        var programmes = row.List("programmes").Select(slug => _registers.Programmes.Find(row, "programmes", slug)).OfType<Programme>();
        Synchronise(activity.ProgrammeLinks, programmes, (link, programme) => link.Programme == programme, programme => new() { Programme = programme });
    }

    (PartnerRole, Partner)? ReadRole(string part, SeedRow row)
    {
        if (part.Split(':') is not [var roleText, var slug] || !Spelling.TryRead<PartnerRole>(roleText, out var role))
        {
            row.Problem("partners", $"\"{part}\" is no partner with a role; write ROLE:slug, with one of {string.Join(' ', Spelling.All<PartnerRole>())}");
            return null;
        }
        return _registers.Partners.Find(row, "partners", slug) is { } partner ? (role, partner) : null;
    }

    static void FillSchedule(Schedule schedule, SeedRow row)
    {
        schedule.Text = row.Text("schedule_text");
        schedule.RepeatFrequency = row.ShapedOne("repeat_frequency", Duration(), "P1W");
        schedule.TimesPerPeriod = row.Integer("times_per_period", 1);
        schedule.ByDay = row.Shaped("by_day", WeekDay(), "WE, or 2WE for the second Wednesday");
        schedule.ByMonth = Numbers(row, "by_month", Month(), "9");
        schedule.ByMonthDay = Numbers(row, "by_month_day", MonthDay(), "15, or -1 for the last day");
        schedule.DayPart = row.Choice<DayPart>("day_part");
        schedule.StartDate = row.Date("start_date");
        schedule.EndDate = row.Date("end_date");
        schedule.StartTime = row.Time("start_time");
        schedule.EndTime = row.Time("end_time");
        if (schedule.EndDate < schedule.StartDate)
            row.Problem("end_date", "the end is before the start; exchange them");
        if (schedule.EndTime < schedule.StartTime)
            row.Problem("end_time", "the end is before the start; exchange them");
        if (schedule is { TimesPerPeriod: not null, RepeatFrequency: null })
            row.Problem("times_per_period", "how often is said, but not in which time; fill in repeat_frequency, such as P1W");
    }

    static List<int>? Numbers(SeedRow row, string column, Regex shape, string example) =>
        row.Shaped(column, shape, example) is { } parts && parts.TrueForAll(part => shape.IsMatch(part))
            ? [.. parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture))]
            : null;

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguageTag();

    [GeneratedRegex(@"^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$")]
    private static partial Regex Duration();

    [GeneratedRegex("^(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$")]
    private static partial Regex WeekDay();

    [GeneratedRegex("^([1-9]|1[0-2])$")]
    private static partial Regex Month();

    [GeneratedRegex(@"^-?([1-9]|[12]\d|3[01])$")]
    private static partial Regex MonthDay();
}
