using OpenSocialMap.Data;
using OpenSocialMap.Data.Figures;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Server.Tests.Catalogue;

/// <summary>A server with figures that nobody ever counted: in two releases, with every status, a breakdown, texts that look like formulas, and what was withdrawn.</summary>
public sealed class MadeUpFigures(PostgresFixture postgres) : IAsyncLifetime
{
    private RunningServer _running = null!;

    public SocialMapDatabase Database { get; private set; } = null!;

    internal HttpClient Http => _running.Http;

    public async Task InitializeAsync()
    {
        Database = await postgres.OpenAsync();
        var world = new World();
        foreach (var area in new Area[] { world.Town, world.West, world.East, world.Harbour, world.Meadow })
            area.Year = 2022;
        var visits = world.Dataset("visits");
        (visits.Name, visits.NameEnglish) = ("Bezoekers van een verzonnen stad", "Visitors of a made-up town");
        (visits.Description, visits.DescriptionEnglish) = ("Verzonnen cijfers met \"aanhalingstekens\", <haken> & meer.", "Made-up figures with \"quotes\", <brackets> & more.");
        (visits.Licence, visits.Attribution, visits.Keywords) = ("CC-BY-4.0", "Verzonnen bureau, CC BY 4.0", ["bezoek", "verzonnen"]);
        (visits.ProtectionMethod, visits.ProtectionReason, visits.MinimumCount, visits.ZeroPolicy) = (ProtectionMethod.Suppression, "Made up.", 8, ZeroPolicy.Publish);
        var age = new Dimension { Dataset = visits, Code = "age-group", Name = "Leeftijd", NameEnglish = "Age", Position = 1, IsAdditive = true };
        age.Categories.Add(new() { Code = "Y0_64", Name = "jonger dan 65", NameEnglish = "under 65", Position = 1 });
        age.Categories.Add(new() { Code = "Y65_PLUS", Name = "65 of ouder", NameEnglish = "65 or over", Position = 2 });
        visits.Dimensions.Add(age);
        var visitors = world.Indicator("visitors", visits);
        (visitors.Name, visitors.NameEnglish, visitors.CountingUnit) = ("Bezoekers", "Visitors", CountingUnit.UniquePersons);
        (visitors.Description, visitors.DescriptionEnglish) = ("Mensen die minstens één keer kwamen.", "People who came at least once.");
        var share = world.Indicator("visitors-share", visits);
        (share.Name, share.NameEnglish, share.Unit, share.Decimals, share.Numerator, share.CbsEquivalent) = ("Deel dat kwam", "Share that came", "percent", 1, visitors, "PercentageBezoekers_1");
        var many = world.Indicator("many", world.Dataset("many"));
        var regretted = world.Indicator("regretted", world.Dataset("regretted"));
        await world.SaveAsync(Database.Owner, visitors, share, many, regretted, world.Dataset("planned"));

        await Releases.AddAsync(Database.Owner, "visits", 1, Visits(westIn2022: 119));
        await Releases.AddAsync(Database.Owner, "visits", 2, Visits(westIn2022: 125));
        await Releases.AddAsync(Database.Owner, "many", 1, ManyPages());
        await Releases.AddAsync(Database.Owner, "regretted", 1, Row("REGRETTED", "WK000101", "2022", 10));
        await Database.Owner.RunAsync(
            """
            update core.release
            set status = 'WITHDRAWN', withdrawn_on = '2023-02-03', withdrawn_reason = 'It was a mistake.'
            where dataset_key = (select key from core.dataset where slug = 'regretted')
            """);
        _running = await RunningServer.StartAsync(Database);
    }

    public async Task DisposeAsync()
    {
        await _running.DisposeAsync();
        await Database.DisposeAsync();
    }

    private static ReleaseRow[] Visits(decimal westIn2022) =>
    [
        Row("VISITORS", "GM0001", "2021", 200),
        Row("VISITORS", "GM0001", "2022", 205) with { Note = "=HYPERLINK(\"https://example.org\",\"a, b\")" },
        Row("VISITORS", "WK000101", "2021", 120) with { Locator = "@table 1, \"left\"" },
        Row("VISITORS", "WK000101", "2022", westIn2022),
        Row("VISITORS", "WK000101", "2022", null) with { Breakdown = "age-group=Y65_PLUS" },
        Row("VISITORS", "WK000101", "2022", 0) with { Breakdown = "age-group=Y0_64", Status = ObservationStatus.Estimated },
        Row("VISITORS", "WK000102", "2021", null),
        Row("VISITORS", "WK000102", "2022", 1080) with { Status = ObservationStatus.Provisional },
        Row("VISITORS", "both", "2022", 190) with { AreaYear = null, Note = "-1 is no formula either; <b>ë</b>" },
        Row("VISITORS_SHARE", "GM0001", "2022", -0.4m),
        Row("VISITORS_SHARE", "WK000101", "2022", 12.5m) with { Status = ObservationStatus.Break },
        Row("VISITORS_SHARE", "WK000102", "2021", null) with { Status = ObservationStatus.NotExisting, Confidentiality = Confidentiality.Free },
        Row("VISITORS_SHARE", "WK000102", "2022", null) with { Status = ObservationStatus.Missing, Confidentiality = Confidentiality.Free },
    ];

    // More than one page of figures, and more than one of areas would be.
    private static IEnumerable<ReleaseRow> ManyPages() =>
        from area in new[] { "GM0001", "WK000101", "WK000102", "BU00010101" }
        from month in Enumerable.Range(0, 3000)
        select Row("MANY", area, $"{1800 + month / 12}-{month % 12 + 1:00}", month);

    private static ReleaseRow Row(string indicator, string area, string period, decimal? value) => Releases.Row(indicator, area, period, value, year: 2022);
}
