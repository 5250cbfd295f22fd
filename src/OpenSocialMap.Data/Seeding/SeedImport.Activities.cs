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
            activity.LanguageLevel = row.Choice<LanguageLevel>("language_level");
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
            FillSchedules(activity, row);
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

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguageTag();
}
