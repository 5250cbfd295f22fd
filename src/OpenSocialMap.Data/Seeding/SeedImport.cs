using Microsoft.EntityFrameworkCore;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Seeding;

/// <summary>Lays the seed files over what the database holds: finds or makes each row's record, then fills it in. Saving is the caller's.</summary>
internal sealed partial class SeedImport(SocialMapContext context, SeedTables tables, SeedProblems problems)
{
    readonly SeedRegisters _registers = new();
    readonly HashSet<EditorialFact> _seeded = [];
    ILookup<(string Type, string Subject), string> _aliases = null!;

    /// <summary>Does the whole import in memory; returns how many records vanished from the files and were unpublished.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        _aliases = tables.AlternateNames.ToLookup(row => (row.Cells["type"], row.Cells["subject"]), row => row.Cells["slug"]);

        // All records first, so that a row may refer to one that comes after it.
        var sources = IdentifySources();
        var municipalities = IdentifyAreas(tables.Municipalities, _registers.Municipalities);
        var wijken = IdentifyAreas(tables.Wijken, _registers.Wijken);
        var buurten = IdentifyAreas(tables.Buurten, _registers.Buurten);
        var werkgebieden = IdentifyAreas(tables.Werkgebieden, _registers.Werkgebieden);
        var partners = Identify(tables.Partners, _registers.Partners);
        var places = Identify(tables.MeetingPlaces, _registers.MeetingPlaces);
        var programmes = Identify(tables.Programmes, _registers.Programmes);
        var papers = Identify(tables.Wijkkranten, _registers.Wijkkranten);
        var activities = Identify(tables.Activities, _registers.Activities);
        var datasets = Identify(tables.Datasets, _registers.Datasets);
        var indicators = Identify(tables.Indicators, _registers.Indicators);

        FillHolidays();
        FillSynonyms();
        FillHelpRoutes();
        FindSchedules();
        FindOpeningHours();
        FindAccessibility();
        Fill(sources);
        Fill(municipalities);
        Fill(wijken);
        Fill(buurten);
        Fill(werkgebieden);
        Fill(partners);
        Fill(places);
        Fill(programmes);
        Fill(papers);
        Fill(activities);
        Fill(datasets);
        FillDimensions();
        FillCategories();
        Fill(indicators);
        CheckReleases();
        FillAlternateNames();
        FillWalkIns();
        FillNorms();
        FillFreshnessRules();
        FillEndings();
        FillPlaceHistory();
        RefuseOutlinesOfNothing();
        return Vanish();
    }

    // Everything at once, so that EF Core ties all ends together. The order matters only for the navigations to be found.
    async Task LoadAsync(CancellationToken cancellation)
    {
        await context.Sources.LoadAsync(cancellation);
        await context.Partners.LoadAsync(cancellation);
        await context.Areas.LoadAsync(cancellation);
        await context.WerkgebiedWijken.LoadAsync(cancellation);
        await context.MeetingPlaces.LoadAsync(cancellation);
        await context.OpeningPeriods.LoadAsync(cancellation);
        await context.OpeningSpans.LoadAsync(cancellation);
        await context.AccessibilityFacts.LoadAsync(cancellation);
        await context.Programmes.LoadAsync(cancellation);
        await context.HolidayCalendars.LoadAsync(cancellation);
        await context.Holidays.LoadAsync(cancellation);
        await context.Synonyms.LoadAsync(cancellation);
        await context.HelpRoutes.LoadAsync(cancellation);
        await context.Activities.LoadAsync(cancellation);
        await context.Schedules.LoadAsync(cancellation);
        await context.Set<ActivityPartner>().LoadAsync(cancellation);
        await context.Set<ActivityProgramme>().LoadAsync(cancellation);
        await context.Wijkkranten.LoadAsync(cancellation);
        await context.Set<WijkkrantArea>().LoadAsync(cancellation);
        await context.Datasets.LoadAsync(cancellation);
        await context.Dimensions.LoadAsync(cancellation);
        await context.Categories.LoadAsync(cancellation);
        await context.Indicators.LoadAsync(cancellation);
        await context.AlternateNames.LoadAsync(cancellation);
        await context.WalkIns.LoadAsync(cancellation);
        await context.Norms.LoadAsync(cancellation);
        await context.FreshnessRules.LoadAsync(cancellation);
        await context.Endings.LoadAsync(cancellation);
        await context.PlaceVersions.LoadAsync(cancellation);
    }

    List<(Source Record, SeedRow Row)> IdentifySources()
    {
        var known = context.Sources.Local.ToDictionary(source => source.Slug);
        var taken = context.Sources.Local.Select(source => source.Id).ToHashSet();
        return IdentifyEach(tables.Sources, _registers.Sources, (slug, _) =>
            known.GetValueOrDefault(slug) ?? new Source { Id = PublicId.New(PublicId.Prefix<Source>(), slug, taken), Slug = slug });
    }

    List<(T Record, SeedRow Row)> IdentifyAreas<T>(List<SeedRow> rows, Register<T> register)
        where T : Area, new()
    {
        var found = Identify(rows, register);
        foreach (var (area, row) in found)
        {
            if (!_registers.Areas.Add(area.Slug, area))
                row.Problem("slug", $"another kind of area has the slug \"{area.Slug}\" already; add the last digits of the code");
            if (row.Cells.ContainsKey("code") && row.Required("code") is var code && code != "")
            {
                if (!_registers.Areas.Add(code, area))
                    row.Problem("code", $"the code {code} is there twice; remove one of the rows");
                register.Add(code, area);
            }
        }
        return found;
    }

    List<(T Record, SeedRow Row)> Identify<T>(List<SeedRow> rows, Register<T> register)
        where T : NamedRecord, new()
    {
        var known = context.Set<T>().Local.ToDictionary(record => record.Slug);
        var codes = context.Set<T>().Local.OfType<Area>().Where(area => area.Code is not null).ToDictionary(area => area.Code!);
        var taken = context.Set<T>().Local.Select(record => record.Id).ToHashSet();
        var listed = rows.Select(row => row.Cells["slug"]).ToHashSet();
        return IdentifyEach(rows, register, (slug, row) =>
        {
            // A renamed record is found by the slug that it had, which stays as an alias.
            var former = _aliases[(typeof(T).Name, slug)].Where(alias => !listed.Contains(alias)).Select(known.GetValueOrDefault).FirstOrDefault(it => it is not null);
            var recoded = row.Cells.TryGetValue("code", out var code) ? codes.GetValueOrDefault(code) as T : null;
            var record = known.GetValueOrDefault(slug) ?? former ?? recoded ?? New<T>(slug, taken);
            _seeded.Add(record);
            return record;
        });
    }

    static List<(T Record, SeedRow Row)> IdentifyEach<T>(List<SeedRow> rows, Register<T> register, Func<string, SeedRow, T> find)
        where T : class
    {
        var found = new List<(T, SeedRow)>();
        foreach (var row in rows)
        {
            var slug = row.Slug("slug");
            if (register.Contains(slug))
            {
                row.Problem("slug", $"the slug \"{slug}\" is there already; give this row another, or remove it");
                continue;
            }
            var record = find(slug, row);
            register.Add(slug, record);
            found.Add((record, row));
        }
        return found;
    }

    static T New<T>(string slug, HashSet<string> taken)
        where T : NamedRecord, new()
    {
        var id = PublicId.New(PublicId.Prefix<T>(), slug, taken);
        taken.Add(id);
        return new T { Id = id, Slug = slug, Origin = Origin.Seed };
    }

    /// <summary>The record to write a row to. What an editor has taken over is not overwritten; its row is still checked, on a copy that is dropped.</summary>
    static T Target<T>(T record)
        where T : NamedRecord, new() =>
        record.Origin == Origin.Seed ? record : new T { Origin = Origin.Seed };

    void Keep<T>(T written, SeedRow row)
        where T : NamedRecord
    {
        FillProvenance(written, row);
        written.Published = true;
        if (written.Id is not null && context.Entry(written).State == EntityState.Detached)
            context.Add(written);
    }

    int Vanish()
    {
        var facts = context.ChangeTracker.Entries<EditorialFact>().Select(entry => entry.Entity).Where(fact => fact is not Record and { Origin: Origin.Seed });
        context.RemoveRange(facts.Where(fact => !_seeded.Contains(fact)).ToList());
        var vanished = context.ChangeTracker.Entries<Record>()
            .Select(entry => entry.Entity)
            .Where(record => record is { Origin: Origin.Seed, Published: true } && !_seeded.Contains(record))
            .ToList();
        foreach (var record in vanished)
            record.Published = false;
        return vanished.Count;
    }

    void RefuseOutlinesOfNothing()
    {
        foreach (var outline in tables.Outlines.Values.Where(outline => !_registers.Areas.Contains(outline.Code)))
            problems.Add(outline.File.Name, outline.Line, "id", $"no area has the code {outline.Code}; add the area or remove the outline");
    }
}
