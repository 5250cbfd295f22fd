using System.Security.Cryptography;
using OpenSocialMap.Data.Figures;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Disclosure;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using ReleaseFiles = OpenSocialMap.Server.Tests.Fixture.Releases;

namespace OpenSocialMap.Cli.Tests.Published;

/// <summary>
/// Somebody takes every number that a server tells, from GraphQL and from each file, picture and page, of each release that there ever was, puts them together and
/// attacks. What comes out of one place may not be a way around what another withholds.
/// </summary>
[Collection(DatabaseCollection.Name)]
public sealed class EverythingPublishedTests(PostgresFixture postgres)
{
    // Areas without an outline are on no map.
    const string Outlines =
        """
        update core.area
        set geometry = st_multi(st_makeenvelope(4.6 + key * 0.01, 51.7, 4.6 + (key + 1) * 0.01, 51.8, 4326)),
          geometry_detail = 'GENERALISED'
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nothing_that_is_withheld_can_be_worked_out_from_all_that_is_told(int seed)
    {
        await using var town = await TownAsync();
        var (first, corrected, next) = (new MadeUpCounts(seed, "2022"), new MadeUpCounts(seed, "2022", corrected: "WK000103"), new MadeUpCounts(seed + 100, "2023"));
        await ReleaseAsync(town, first, PeriodsOf("2022"));
        await ReleaseAsync(town, corrected, PeriodsOf("2022"));
        await ReleaseAsync(town, next, PeriodsOf("2023"));
        await town.MustImportAsync("rounded", "MEALS,WK000101,2022,,31", "MEALS,WK000102,2022,,3", "MEALS,WK000103,2022,,41", "MEALS,big,2022,,75");
        await town.MustReleaseAsync("rounded");

        var told = await GatherAsync(town);

        var report = Attack(told, ("visits 1", first), ("visits 2", corrected), ("visits 3", next));
        Assert.InRange(report.Protected, 10, int.MaxValue);
        Assert.Equal([], report.Opened.Select(opened => opened.ToString()));
    }

    [Fact]
    public async Task Whoever_withholds_small_counts_alone_is_caught_by_the_same_means()
    {
        await using var town = await TownAsync();
        var counts = new MadeUpCounts(seed: 1, "2022");
        await ReleaseFiles.AddAsync(town.Database.Owner, "visits", 1, Naive(counts));

        var told = await GatherAsync(town);

        Assert.NotEmpty(Attack(told, ("visits 1", counts)).Opened);
    }

    [Fact]
    public async Task A_release_reads_back_as_the_command_said()
    {
        await using var town = await TownAsync();
        await town.MustImportAsync("visits", "VISITS,big,2022,,75", "VISITS,WK000101,2022,,31", "VISITS,WK000102,2022,,3", "VISITS,WK000103,2022,,41", "VISITS,WK000104,2022,,12");
        var folder = Path.Combine(town.Folder, "out");
        var released = await town.RunAsync("release", "visits", "--notes", "The first figures.", "--date", "2023-05-01", "--out", folder);
        Assert.True(released.Code == 0, released.Errors);
        await using var server = await RunningServer.StartAsync(town.Database);

        var answer = await server.Client.Ask(
            """
            { dataset(by: {slug: "visits"}) { release(number: 1) {
              number publishedOn notes status checksum timePeriods observationCount
              observations { totalCount nodes { area { code slug } timePeriod breakdown value status confidentiality note provenance { source { slug } statedOn } } }
            } } }
            """);

        Assert.Empty(answer.Errors);
        var release = answer.Data.GetProperty("dataset").GetProperty("release");
        var file = await File.ReadAllBytesAsync(Path.Combine(folder, ReleaseFile.Name("visits", 1)));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), release.GetProperty("checksum").GetString());
        Assert.Equal(file, await server.Http.GetByteArrayAsync("/data/visits/1/release.csv"));
        Assert.Equal(
            """{"number":1,"publishedOn":"2023-05-01","notes":"The first figures.","status":"CURRENT"}""",
            $$"""{"number":{{release.GetProperty("number")}},"publishedOn":"{{release.GetProperty("publishedOn")}}","notes":"{{release.GetProperty("notes")}}","status":"{{release.GetProperty("status")}}"}""");
        Assert.Equal((5, 5), (release.GetProperty("observationCount").GetInt32(), release.GetProperty("observations").GetProperty("totalCount").GetInt32()));
        // The file's rows, each as GraphQL tells it.
        file = file[(Array.IndexOf(file, (byte)'\n') + 1)..];
        Assert.Equal(
            System.Text.Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            release.GetProperty("observations").GetProperty("nodes").EnumerateArray().Select(node =>
            {
                var isWithheld = node.GetProperty("status").GetString() == "SUPPRESSED";
                Assert.Equal(isWithheld ? "CONFIDENTIAL" : "FREE", node.GetProperty("confidentiality").GetString());
                var code = node.GetProperty("area").GetProperty("code").GetString();
                return $"VISITS,{code ?? node.GetProperty("area").GetProperty("slug").GetString()},{(code is null ? "" : "2022")},{node.GetProperty("timePeriod").GetString()},"
                    + $"{node.GetProperty("breakdown").GetString()},{(isWithheld ? "" : node.GetProperty("value").GetRawText())},{(isWithheld ? "Q,C" : "A,F")},,"
                    + $"{node.GetProperty("provenance").GetProperty("source").GetProperty("slug").GetString()},,{node.GetProperty("provenance").GetProperty("statedOn").GetString()}";
            }));
    }

    async Task<Town> TownAsync()
    {
        var town = await Town.MakeAsync(postgres);
        await town.Database.Owner.RunAsync(Outlines);
        return town;
    }

    static string[] PeriodsOf(string year) => ["--period", year, .. Enumerable.Range(1, 4).Select(quarter => $"{year}-Q{quarter}")];

    static async Task ReleaseAsync(Town town, MadeUpCounts counts, params string[] options)
    {
        var imported = await town.RunAsync("import", "visits", town.Write([MadeUpCounts.Header, .. counts.Rows]));
        Assert.True(imported.Code == 0, imported.Errors);
        await town.MustReleaseAsync("visits", options);
    }

    /// <summary>All that is told of each cell of each release, when every place has told the same.</summary>
    static async Task<Dictionary<(string Release, string Cell), decimal?>> GatherAsync(Town town)
    {
        await using var server = await RunningServer.StartAsync(town.Database);
        var (whole, parts) = await new Everything(server).GatherAsync();
        var told = whole["observations"].ToDictionary(figure => (figure.Release, figure.Cell), figure => figure.Value);
        var lines = Lines(whole["observations"]);
        Assert.All(whole, place => Assert.Equal((place.Key, lines), (place.Key, Lines(place.Value))));
        // These tell of some cells, or of those alone that have a value; of none of them anything else.
        Assert.All(parts, place => Assert.Equal((place.Key, ""), (place.Key, string.Join('\n', place.Value.Where(figure => told[(figure.Release, figure.Cell)] != figure.Value)))));
        Assert.All(parts, place => Assert.NotEmpty(place.Value));
        Assert.Contains(told.Values, value => value is null);
        return told;

        static string Lines(IEnumerable<Figure> figures) =>
            string.Join('\n', figures.Select(figure => $"{figure.Release}: {figure.Cell} = {figure.Value:0.####}").Order(StringComparer.Ordinal));
    }

    static AttackReport Attack(Dictionary<(string Release, string Cell), decimal?> told, params (string Name, MadeUpCounts Counts)[] releases) =>
        Attacker.Attack([.. releases.Select(release => new PublishedRelease(
            release.Name, release.Counts.Table,
            [
                .. release.Counts.Table.Cells.Select(cell => cell.Role == CellRole.Publishable && told[(release.Name, cell.Key)] is { } value
                    ? Outcome.Published((double)value)
                    : Outcome.Withheld(WithheldReason.Secondary)),
            ]))]);

    /// <summary>The same figures with nothing withheld but what is too small itself.</summary>
    static IEnumerable<ReleaseRow> Naive(MadeUpCounts counts)
    {
        foreach (var row in counts.Rows.Select(row => row.Split(',')))
        {
            var (value, isShare) = (decimal.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture), row[0] == "CONTENT");
            var isSmall = isShare ? int.Parse(row[5], System.Globalization.CultureInfo.InvariantCulture) < 25 : value < (row[0] == "HELPED" ? 8 : 5);
            yield return ReleaseFiles.Row(row[0], row[1], row[2], isSmall ? null : value, year: row[1] is "north" or "big" ? null : 2022) with
            {
                Breakdown = row[3],
                Status = isSmall ? ObservationStatus.Suppressed : ObservationStatus.Normal,
            };
        }
    }
}
