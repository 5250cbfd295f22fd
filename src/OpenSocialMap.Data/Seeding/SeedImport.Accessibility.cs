using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Seeding;

// Filling in what lets people into a place: a row is one thing that a source says is there, or is not.
internal sealed partial class SeedImport
{
    ILookup<string, SeedRow> _accessibility = null!;

    void FindAccessibility()
    {
        var stated = new HashSet<(string, string)>();
        foreach (var row in tables.Accessibility)
        {
            _registers.MeetingPlaces.FindRequired(row, "place");
            if (!stated.Add((row.Cells["place"], row.Cells["feature"])))
                row.Problem("feature", "another row says this of the same place already; remove one of the rows");
        }
        _accessibility = tables.Accessibility.ToLookup(row => row.Cells["place"]);
    }

    void FillAccessibility(MeetingPlace place, string slug) => Synchronise(
        place.Accessibility,
        _accessibility[slug].Select(row => (Feature: row.RequiredChoice<AccessibilityFeature>("feature"), Row: row)),
        (fact, it) => fact.Feature == it.Feature,
        it => new AccessibilityFact { Feature = it.Feature },
        (fact, it) => FillFact(fact, it.Row));

    void FillFact(AccessibilityFact fact, SeedRow row)
    {
        row.Required("available");
        fact.Available = row.Boolean("available") ?? false;
        fact.Note = row.Text("note");
        FillProvenance(fact, row);
    }
}
