using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Seeding;

// Filling in what counts as a walk-in, the norms, when a record is stale, why things stopped, and the history of places.
internal sealed partial class SeedImport
{
    /// <summary>The fact of a row, new or known under this key; null when an editor keeps it.</summary>
    T? Stated<TKey, T>(Dictionary<TKey, T> known, TKey key, Func<T> make, SeedRow row)
        where TKey : notnull
        where T : EditorialFact
    {
        if (!known.TryGetValue(key, out var fact))
        {
            known.Add(key, fact = make());
            fact.Origin = Origin.Seed;
            context.Add(fact);
        }
        if (!_seeded.Add(fact))
            row.Problem(row.Cells.Keys.First(), "another row says this already; remove one of the rows");
        if (fact.Origin != Origin.Seed)
            return null;
        fact.Published = true;
        FillProvenance(fact, row);
        return fact;
    }

    void FillWalkIns()
    {
        var known = context.WalkIns.Local.ToDictionary(it => (it.Activity, it.Area));
        foreach (var row in tables.WalkIns)
        {
            var activity = _registers.Activities.Find(row, "activity");
            var area = _registers.Areas.Find(row, "area");
            var reason = row.Required("reason");
            if (row.Text("activity") is null == row.Text("area") is null)
                row.Problem("activity", "fill in the activity that counts as a walk-in, or the area that has none; not both");
            else if ((activity is not null || area is not null)
                && Stated(known, (activity, area), () => new WalkIn { Activity = activity, Area = area }, row) is { } walkIn)
                walkIn.Reason = reason;
        }
    }

    void FillNorms()
    {
        var known = context.Norms.Local.ToDictionary(it => it.Slug);
        foreach (var row in tables.Norms)
        {
            var slug = row.Slug("slug");
            if (Stated(known, slug, () => new Norm { Slug = slug }, row) is not { } norm)
                continue;
            norm.Name = row.Required("name");
            norm.Description = row.Text("description");
            norm.Basis = row.RequiredChoice<NormBasis>("basis");
            norm.Themes = row.Choices<Theme>("themes");
            norm.TargetGroups = row.Choices<TargetGroup>("target_groups");
            norm.DayPart = row.Choice<DayPart>("day_part");
            norm.IsWalkIn = row.Boolean("is_walk_in") ?? false;
            if (norm is { Themes: [], TargetGroups: [], IsWalkIn: false })
                row.Problem("themes", "this norm asks nothing; fill in themes or target groups, or write true under is_walk_in");
        }
    }

    void FillFreshnessRules()
    {
        string[] types = [nameof(Activity), nameof(MeetingPlace)];
        var known = context.FreshnessRules.Local.ToDictionary(it => it.RecordType);
        foreach (var row in tables.FreshnessRules)
        {
            var type = row.Required("type");
            row.Required("months");
            if (!types.Contains(type))
                row.Problem("type", $"\"{type}\" can't get stale; write {string.Join(" or ", types)}");
            if (!known.TryGetValue(type, out var rule))
            {
                known.Add(type, rule = new() { RecordType = type });
                context.Add(rule);
            }
            rule.Months = row.Integer("months", 1, 1200) ?? 0;
            rule.Reason = row.Required("reason");
        }
    }

    void FillEndings()
    {
        var known = context.Endings.Local.ToDictionary(it => it.SubjectId);
        foreach (var row in tables.Endings)
        {
            var subject = _registers.FindSubject(row);
            var reason = row.Required("reason");
            var endedOn = row.ReducedDate("ended_on");
            if (subject is not (null or Activity or MeetingPlace))
                row.Problem("type", "only an activity or a meeting place can stop; write Activity or MeetingPlace");
            else if (subject is not null && Stated(known, subject.Id, () => new Ending { SubjectId = subject.Id }, row) is { } ending)
                (ending.Reason, ending.EndedOn) = (reason, endedOn);
        }
    }

    void FillPlaceHistory()
    {
        var known = context.PlaceVersions.Local.ToDictionary(it => (it.Place, it.Position));
        var positions = new Dictionary<MeetingPlace, int>();
        foreach (var row in tables.PlaceHistory)
        {
            if (_registers.MeetingPlaces.FindRequired(row, "place") is not { } place)
                continue;
            var position = positions[place] = positions.GetValueOrDefault(place) + 1;
            if (Stated(known, (place, position), () => new PlaceVersion { Place = place, Position = position }, row) is not { } version)
                continue;
            version.Name = row.Required("name");
            version.StreetAddress = row.Text("street_address");
            version.PostalCode = row.ShapedOne("postal_code", PostalCode(), "3311 AB");
            version.AddressNote = row.Text("address_note");
            version.ValidFrom = row.ReducedDate("valid_from");
            version.ValidThrough = row.ReducedDate("valid_through");
            if (version is { ValidFrom: { } from, ValidThrough: { } through } && string.CompareOrdinal(through, from[..Math.Min(from.Length, through.Length)]) < 0)
                row.Problem("valid_through", "the end is before the start; exchange them");
        }
    }
}
