using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Repository;

namespace OpenSocialMap.Server.Tests.Catalogue;

/// <summary>The files of a release: what stands in them, that they stay, and what somebody is told who asks for another.</summary>
[Collection(AnswersCollection.Name)]
public sealed class FileTests(MadeUpFigures figures) : IClassFixture<MadeUpFigures>
{
    public static TheoryData<string> Files =>
    [
        "observations.csv", "observations.csv-metadata.json", "observations.sdmx.csv", "observations.json", "observations.geojson", "release.csv", "README.md", "map.svg", "line.svg",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_is_as_it_was_reviewed(string file) =>
        Golden.Equal(
            Path.Combine(Clone.Root, "tests/OpenSocialMap.Server.Tests/Catalogue/golden", file),
            await figures.Http.GetStringAsync($"/data/visits/2/{file}"));

    [Theory]
    [InlineData("visits/1")]
    [InlineData("visits/2")]
    [InlineData("many/1")]
    public async Task Whoever_has_the_released_file_can_prove_which_release_it_is(string release)
    {
        var file = await figures.Http.GetByteArrayAsync($"/data/{release}/release.csv");
        var stated = JsonElement.Parse(await figures.Http.GetStringAsync($"/data/{release}/observations.json")).GetProperty("release").GetProperty("checksum").GetString();
        Assert.Equal(stated, Convert.ToHexStringLower(SHA256.HashData(file)));
    }

    [Theory]
    [InlineData("observations.csv", "text/csv")]
    [InlineData("observations.csv-metadata.json", "application/csvm+json")]
    [InlineData("observations.sdmx.csv", "application/vnd.sdmx.data+csv")]
    [InlineData("observations.json", "application/json")]
    [InlineData("observations.geojson", "application/geo+json")]
    [InlineData("observations.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("release.csv", "text/csv")]
    [InlineData("README.md", "text/markdown")]
    [InlineData("map.svg", "image/svg+xml")]
    [InlineData("line.svg?area=WK000101,GM0001&lang=en", "image/svg+xml")]
    public async Task Who_has_a_file_already_is_not_sent_it_again(string file, string type)
    {
        var path = $"/data/visits/2/{file}";
        using var first = await figures.Http.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, type), (first.StatusCode, first.Content.Headers.ContentType!.MediaType));
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var again = await figures.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var head = await figures.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal((HttpStatusCode.OK, first.Headers.ETag), (head.StatusCode, head.Headers.ETag));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_file_of_a_release_alone_stays_the_same_whatever_else_is_written()
    {
        var before = (await figures.Http.GetAsync("/data/visits/2/observations.csv")).Headers.ETag;
        await figures.Database.Owner.RunAsync("update core.area set description = 'Written.' where slug = 'west'");
        Assert.Equal(before, (await figures.Http.GetAsync("/data/visits/2/observations.csv")).Headers.ETag);
        Assert.NotEqual(before, (await figures.Http.GetAsync("/data/visits/1/observations.csv")).Headers.ETag);
    }

    [Fact]
    public async Task A_release_of_many_pages_comes_whole_and_in_order()
    {
        var lines = (await figures.Http.GetStringAsync("/data/many/1/observations.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + 4 * 3000, lines.Length);
        Assert.Equal(lines.Skip(1).Order(StringComparer.Ordinal), lines.Skip(1));
        using var map = JsonDocument.Parse(await figures.Http.GetStringAsync("/data/many/1/observations.geojson"));
        Assert.Equal(["BU00010101", "GM0001", "WK000101", "WK000102"], map.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("id").GetString()).Order(StringComparer.Ordinal));
        Assert.All(map.RootElement.GetProperty("features").EnumerateArray(), feature => Assert.Equal(3000 + 4, feature.GetProperty("properties").EnumerateObject().Count()));
    }

    [Fact]
    public async Task No_spreadsheet_takes_a_text_for_a_formula()
    {
        var csv = await figures.Http.GetStringAsync("/data/visits/2/observations.csv");
        Assert.Contains("\"'=HYPERLINK(\"\"https://example.org\"\",\"\"a, b\"\")\"", csv, StringComparison.Ordinal);
        Assert.Contains(",'-1 is no formula", csv, StringComparison.Ordinal);
        Assert.Contains("\"'@table 1, \"\"left\"\"\"", csv, StringComparison.Ordinal);
        Assert.Contains(",-0.4,A,F,", csv, StringComparison.Ordinal);
        using var workbook = await Workbook("/data/visits/2/observations.xlsx");
        Assert.All(workbook.WorkbookPart!.WorksheetParts, sheet => Assert.Empty(sheet.Worksheet.Descendants<CellFormula>()));
    }

    [Fact]
    public async Task A_workbook_is_valid_and_has_codes_as_texts_and_values_as_numbers()
    {
        using var workbook = await Workbook("/data/visits/2/observations.xlsx?lang=en");
        Assert.Empty(new OpenXmlValidator().Validate(workbook).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        Assert.Equal(["Read me", "Definitions", "Columns", "Figures"], workbook.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value));
        var sheet = (WorksheetPart)workbook.WorkbookPart.GetPartById(workbook.WorkbookPart.Workbook.Descendants<Sheet>().Last().Id!);
        var rows = sheet.Worksheet.Descendants<Row>().ToList();
        Assert.Equal(1 + 13, rows.Count);
        var cells = rows.Single(row => row.InnerText.StartsWith("VISITORSWK000102East20222022", StringComparison.Ordinal) && row.InnerText.Contains("1080", StringComparison.Ordinal)).Elements<Cell>().ToList();
        Assert.Equal(CellValues.InlineString, cells[1].DataType!.Value);
        Assert.Equal(("1080", null), (cells.Single(cell => cell.CellReference!.Value!.StartsWith('G')).CellValue!.Text, cells.Single(cell => cell.CellReference!.Value!.StartsWith('G')).DataType));
        Assert.DoesNotContain("-99999999", string.Concat(rows.Select(row => row.InnerText)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "text/html")]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    [InlineData("text/csv", "text/csv")]
    [InlineData("application/geo+json, text/csv;q=0.5", "application/geo+json")]
    [InlineData("application/vnd.sdmx.data+csv; version=2.0.0", "application/vnd.sdmx.data+csv")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("text/html;q=0, */*", "text/csv")]
    public async Task One_address_answers_in_the_form_that_the_client_takes(string accept, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/data/visits/2");
        if (accept.Length > 0)
            request.Headers.Add("Accept", accept);
        using var answer = await figures.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Theory]
    [InlineData("/data/visits/latest/observations.csv", "/data/visits/2/observations.csv")]
    [InlineData("/data/visits/latest", "/data/visits/2")]
    [InlineData("/data/visits/latest/map.svg?lang=en", "/data/visits/2/map.svg?lang=en")]
    public async Task The_latest_release_is_one_step_away(string path, string leadsTo)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = figures.Http.BaseAddress };
        using var answer = await http.GetAsync(path);
        Assert.Equal((HttpStatusCode.TemporaryRedirect, leadsTo), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("/data/nothing", 404, "visits, many, planned, regretted")]
    [InlineData("/data/nothing/1/observations.csv", 404, "visits, many, planned, regretted")]
    [InlineData("/data/visits/3", 404, "It has 2, 1")]
    [InlineData("/data/visits/two/observations.csv", 404, "It has 2, 1")]
    [InlineData("/data/visits/2/observations.parquet", 404, "observations.csv")]
    [InlineData("/data/planned/latest/observations.csv", 404, "No release of planned holds")]
    [InlineData("/data/regretted/1", 410, "It was a mistake.")]
    [InlineData("/data/regretted/1/observations.csv", 410, "2023-02-03")]
    [InlineData("/data/visits/2/observations.csv?colour=red", 400, "\"colour\"")]
    [InlineData("/data/visits/2/README.md?lang=fr", 400, "nl and en")]
    [InlineData("/data?lang=fr", 400, "nl and en")]
    [InlineData("/data/visits?period=1850", 404, "2021, 2022")]
    [InlineData("/data/visits/2/map.svg?indicator=NOTHING", 404, "VISITORS, VISITORS_SHARE")]
    [InlineData("/data/visits/2/map.svg?indicator=%3Cscript%3E", 404, "VISITORS")]
    [InlineData("/data/visits/2/map.svg?period=1850", 404, "2021, 2022")]
    [InlineData("/data/visits/2/map.svg?level=country", 400, "municipality, wijk, buurt, werkgebied")]
    [InlineData("/data/visits/2/map.svg?breakdown=age-group%3DOLD", 400, "age-group")]
    [InlineData("/data/visits/2/map.svg?breakdown=|=|", 400, "dimension=CATEGORY")]
    [InlineData("/data/visits/2/map.svg?period=2021&period=2022", 400, "2 times")]
    [InlineData("/data/visits/2/line.svg?area=WK000199", 404, "WK000199")]
    [InlineData("/data/visits/2/line.svg?area=a,b,c,d,e,f,g,h,i", 400, "at most 8")]
    [InlineData("/data/visits/2/line.svg?period=2021", 400, "indicator, area, breakdown, lang")]
    [InlineData("/data/methodology?x=1", 400, "\"x\"")]
    public async Task What_is_asked_wrongly_is_told_and_how_to_mend_it(string path, int status, string words)
    {
        using var answer = await figures.Http.GetAsync(path);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(words, JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("/data", "text/turtle")]
    [InlineData("/data/visits", "application/ld+json")]
    [InlineData("/data/visits/2", "text/csv")]
    public async Task What_no_client_could_read_is_refused_with_what_there_is(string path, string offered)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "image/png" } } };
        using var answer = await figures.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.StatusCode);
        Assert.Contains(offered, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_costs_points_like_any_question()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/data/many/1/observations.csv") { Headers = { { "X-Forwarded-For", "203.0.113.9" } } };
        using var answer = await figures.Http.SendAsync(request);
        var left = answer.Headers.GetValues("RateLimit").Single();
        Assert.Contains("r=598790", left, StringComparison.Ordinal);
    }

    private async Task<SpreadsheetDocument> Workbook(string path) => SpreadsheetDocument.Open(new MemoryStream(await figures.Http.GetByteArrayAsync(path)), false);
}
