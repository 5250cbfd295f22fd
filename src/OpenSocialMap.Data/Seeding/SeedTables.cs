namespace OpenSocialMap.Data.Seeding;

/// <summary>All seed files as rows, each file checked for its columns and each cell for personal data.</summary>
internal sealed class SeedTables
{
    static readonly string[] _provenance = ["source", "locator", "stated_on", "confirmed_on", "provenance_note"];

    static readonly string[] _outlines = ["outlines/wijken.geojson", "outlines/buurten.geojson"];

    /// <summary>When something recurs, as far as an activity's own row says.</summary>
    public static readonly string[] ScheduleColumns =
    [
        "schedule_text", "repeat_frequency", "times_per_period", "by_day", "by_month", "by_month_day", "day_part", "start_date", "end_date", "start_time", "end_time",
    ];

    // What few schedules need has columns only where there are files of schedules.
    static readonly string _allScheduleColumns =
        $"{string.Join(' ', ScheduleColumns)} by_set_position repeat_count except_dates extra_dates except_holidays only_holidays";

    readonly SeedFolder _folder;
    readonly SeedProblems _problems;
    readonly HashSet<string> _read = [];

    public SeedTables(SeedFolder folder, SeedProblems problems)
    {
        _folder = folder;
        _problems = problems;
        Sources = Read("sources.csv", "slug title publisher kind file_name url licence attribution published_on temporal_coverage description", []);
        Municipalities = Read("municipalities.csv", "code slug name year area_total_ha area_land_ha inhabitants households");
        Wijken = Read("wijken.csv", "code slug name official_name municipality year inhabitants households area_total_ha area_land_ha");
        Buurten = Read("buurten.csv", "code slug name wijk year inhabitants households postcode4");
        Werkgebieden = Read("werkgebieden.csv", "slug name municipality description used_by");
        WerkgebiedWijken = Read("werkgebied-wijken.csv", "werkgebied wijk coverage reason");
        Partners = Read("partners.csv", "slug name kind website description");
        MeetingPlaces = Read(
            "meeting-places.csv",
            "slug name kind description street_address postal_code address_note longitude latitude location_precision location_note area operator "
            + "website contained_in replaced_by status");
        Programmes = Read("programmes.csv", "slug name kind number description part_of lead");
        Wijkkranten = Read("wijkkranten.csv", "slug name publisher areas issues_per_year circulation website archive description");
        AlternateNames = Read("alternate-names.csv", "type subject name name_kind slug");
        Datasets = ReadIfThere(
            "datasets.csv",
            "slug name name_english description description_english programme publisher licence attribution keywords protection_method protection_reason "
            + "minimum_count zero_policy rounding_base minimum_denominator minimum_mean_count dominance_percentage",
            _provenance);
        Dimensions = ReadIfThere("dimensions.csv", "dataset code name name_english is_additive", []);
        Categories = ReadIfThere("categories.csv", "dataset dimension code name name_english parent", []);
        Indicators = Read(
            "indicators.csv",
            "slug code name name_english description description_english dataset programme unit decimals measure counting_unit numerator denominator "
            + "cbs_equivalent licence minimum_count minimum_denominator");
        Releases = ReadReleases();
        Activities = ReadActivities();
        Schedules = ReadIfThere("schedules.csv", $"activity position {_allScheduleColumns}", _provenance);
        OpeningHours = ReadIfThere(
            "opening-hours.csv", $"place period kind priority valid_from valid_through state role whole_day {_allScheduleColumns}", _provenance);
        Accessibility = ReadIfThere("accessibility.csv", "place feature available note", _provenance);
        Synonyms = ReadIfThere("synonyms.csv", "word means", []);
        HelpRoutes = ReadIfThere("help-routes.csv", "code question question_english themes target_groups", []);
        SchoolHolidays = ReadIfThere("school-holidays.csv", "calendar name start_date end_date source_url stated_on", []);
        WalkIns = ReadIfThere("walk-ins.csv", "activity area reason", _provenance);
        Norms = ReadIfThere("norms.csv", "slug name description basis themes target_groups day_part is_walk_in", _provenance);
        FreshnessRules = ReadIfThere("freshness-rules.csv", "type months reason", []);
        Endings = ReadIfThere("endings.csv", "type subject ended_on reason", _provenance);
        PlaceHistory = ReadIfThere("place-history.csv", "place name street_address postal_code address_note valid_from valid_through", _provenance);
        Outlines = _outlines
            .SelectMany(name => Seeding.Outlines.Read(FindFile(name), problems))
            .ToDictionary(outline => outline.Code);
        RefuseUnknownFiles();
    }

    public List<SeedRow> Sources { get; }
    public List<SeedRow> Municipalities { get; }
    public List<SeedRow> Wijken { get; }
    public List<SeedRow> Buurten { get; }
    public List<SeedRow> Werkgebieden { get; }
    public List<SeedRow> WerkgebiedWijken { get; }
    public List<SeedRow> Partners { get; }
    public List<SeedRow> MeetingPlaces { get; }
    public List<SeedRow> Programmes { get; }
    public List<SeedRow> Wijkkranten { get; }
    public List<SeedRow> AlternateNames { get; }
    public List<SeedRow> Activities { get; }
    public List<SeedRow> Schedules { get; }
    public List<SeedRow> OpeningHours { get; }
    public List<SeedRow> Accessibility { get; }
    public List<SeedRow> Synonyms { get; }
    public List<SeedRow> HelpRoutes { get; }
    public List<SeedRow> SchoolHolidays { get; }
    public List<SeedRow> WalkIns { get; }
    public List<SeedRow> Norms { get; }
    public List<SeedRow> FreshnessRules { get; }
    public List<SeedRow> Endings { get; }
    public List<SeedRow> PlaceHistory { get; }
    public List<SeedRow> Datasets { get; }
    public List<SeedRow> Dimensions { get; }
    public List<SeedRow> Categories { get; }
    public List<SeedRow> Indicators { get; }

    /// <summary>The releases of datasets, in the order of their numbers; their own files are read when the database knows what these name.</summary>
    public List<SeedRow> Releases { get; }

    public IReadOnlyDictionary<string, Outline> Outlines { get; }

    List<SeedRow> ReadActivities()
    {
        const string Columns =
            "slug name description themes target_groups access is_accessible_for_free price_note in_language language_level minimum_age maximum_age place area "
            + "organiser partners programmes status succeeded_by";
        var files = _folder.Files.Select(file => file.Name)
            .Where(name => name.StartsWith("activities/", StringComparison.Ordinal) && name.EndsWith(".csv", StringComparison.Ordinal));
        return [.. files.SelectMany(name => Read(name, $"{Columns} {string.Join(' ', ScheduleColumns)}"))];
    }

    List<SeedRow> ReadReleases()
    {
        var rows = ReadIfThere("releases.csv", "dataset number published_on notes file checksum withdrawn_on withdrawn_reason", []);
        foreach (var row in rows)
            if (row.Required("file") is { Length: > 0 } name)
                FindFile(name);
        return rows;
    }

    /// <summary>A file that a row names; null when it isn't there, which was reported.</summary>
    public SeedFile? File(string name) => _folder.Find(name);

    // A seed of before these files were thought of is complete without them.
    List<SeedRow> ReadIfThere(string name, string columns, string[] provenance) =>
        _folder.Find(name) is null ? [] : Read(name, columns, provenance);

    List<SeedRow> Read(string name, string columns) => Read(name, columns, _provenance);

    List<SeedRow> Read(string name, string columns, string[] provenance)
    {
        if (FindFile(name) is not { } file)
            return [];
        var rows = SeedTable.Read(file, [.. columns.Split(' '), .. provenance], _problems);
        foreach (var row in rows)
            foreach (var (column, cell) in row.Cells)
                if (PersonalDataCheck.FindProblem(cell) is { } problem)
                    row.Problem(column, problem);
        return rows;
    }

    SeedFile? FindFile(string name)
    {
        _read.Add(name);
        var file = _folder.Find(name);
        if (file is null)
            _problems.Add(name, 1, "", "the seed has no such file; add it, with at least its first line");
        return file;
    }

    void RefuseUnknownFiles()
    {
        foreach (var file in _folder.Files.Where(file => !_read.Contains(file.Name)))
            _problems.Add(file.Name, 1, "", $"no such file belongs to a seed{Suggestion.For(file.Name, _read)}; rename or remove it");
    }
}
