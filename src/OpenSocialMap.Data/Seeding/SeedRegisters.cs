using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Seeding;

/// <summary>Everything that rows can refer to.</summary>
internal sealed class SeedRegisters
{
    public Register<Source> Sources { get; } = new("source");
    public Register<Municipality> Municipalities { get; } = new("municipality");
    public Register<Wijk> Wijken { get; } = new("wijk");
    public Register<Buurt> Buurten { get; } = new("buurt");
    public Register<Werkgebied> Werkgebieden { get; } = new("werkgebied");

    /// <summary>Areas of every kind, by code and by slug.</summary>
    public Register<Area> Areas { get; } = new("area");

    public Register<Partner> Partners { get; } = new("partner");
    public Register<MeetingPlace> MeetingPlaces { get; } = new("meeting place");
    public Register<Programme> Programmes { get; } = new("programme");
    public Register<Activity> Activities { get; } = new("activity");
    public Register<Wijkkrant> Wijkkranten { get; } = new("wijkkrant");
    public Register<Dataset> Datasets { get; } = new("dataset");
    public Register<Indicator> Indicators { get; } = new("indicator");

    /// <summary>By the dataset's slug and its own code.</summary>
    public Dictionary<(string Dataset, string Code), Dimension> Dimensions { get; } = [];


    /// <summary>The record that an alternate name is for: its type as the public schema calls it, and its slug.</summary>
    public Record? FindSubject(SeedRow row)
    {
        string[] types = ["Municipality", "Wijk", "Buurt", "Werkgebied", "Partner", "MeetingPlace", "Programme", "Activity", "Wijkkrant", "Dataset", "Indicator"];
        return row.Required("type") switch
        {
            "Municipality" => Municipalities.FindRequired(row, "subject"),
            "Wijk" => Wijken.FindRequired(row, "subject"),
            "Buurt" => Buurten.FindRequired(row, "subject"),
            "Werkgebied" => Werkgebieden.FindRequired(row, "subject"),
            "Partner" => Partners.FindRequired(row, "subject"),
            "MeetingPlace" => MeetingPlaces.FindRequired(row, "subject"),
            "Programme" => Programmes.FindRequired(row, "subject"),
            "Activity" => Activities.FindRequired(row, "subject"),
            "Wijkkrant" => Wijkkranten.FindRequired(row, "subject"),
            "Dataset" => Datasets.FindRequired(row, "subject"),
            "Indicator" => Indicators.FindRequired(row, "subject"),
            "" => null,
            var other => Unknown(row, other, types),
        };
    }

    /// <summary>Whether a slug already leads to a record of the subject's type; for areas, of any kind.</summary>
    public bool HasSlug(Record subject, string slug) => subject switch
    {
        Area => Areas.Contains(slug),
        Partner => Partners.Contains(slug),
        MeetingPlace => MeetingPlaces.Contains(slug),
        Programme => Programmes.Contains(slug),
        Activity => Activities.Contains(slug),
        Wijkkrant => Wijkkranten.Contains(slug),
        Dataset => Datasets.Contains(slug),
        _ => Indicators.Contains(slug),
    };

    static Record? Unknown(SeedRow row, string type, string[] known)
    {
        row.Problem("type", $"\"{type}\" is not a type{Suggestion.For(type, known)}; the types are {string.Join(' ', known)}");
        return null;
    }
}
