using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using OpenSocialMap.Cli.Csv;
using OpenSocialMap.Server.Tests.Host;

namespace OpenSocialMap.Cli.Tests.Published;

/// <summary>Everything that a running server tells of figures, gathered over HTTP from each place where it stands.</summary>
internal sealed partial class Everything(RunningServer server)
{
    sealed record Release(string Dataset, int Number, string Id, string Status, int Count, string[] Dimensions, (string Code, string Slug)[] Indicators)
    {
        public string Name => $"{Dataset} {Number}";

        public string Path => $"/data/{Dataset}/{Number}";
    }

    /// <summary>By the name of the place, what stands there; those that tell of every cell of every release first.</summary>
    public async Task<(Dictionary<string, List<Figure>> Whole, Dictionary<string, List<Figure>> Parts)> GatherAsync()
    {
        var (whole, parts) = (new Dictionary<string, List<Figure>>(), new Dictionary<string, List<Figure>>());
        foreach (var release in await ReleasesAsync())
        {
            var all = await ObservationsAsync(release);
            Assert.Equal(release.Count, all.Count);
            Into(whole, "observations", all.Select(it => it.Figure));
            Into(whole, "cube", await CubeAsync(release));
            Into(whole, "series", await SeriesAsync(release, all));
            Into(whole, "ids", await ByIdAsync(release, all));
            Into(whole, "observations.csv", await CsvAsync(release, "observations.csv", row => (row("indicator"), row("area"), row("time_period"), Breakdown(release, row), row("value"))));
            Into(whole, "release.csv", await CsvAsync(release, "release.csv", row => (row("indicator"), row("area"), row("time_period"), row("breakdown"), row("value"))));
            Into(whole, "observations.sdmx.csv", await CsvAsync(release, "observations.sdmx.csv", row => (row("INDICATOR"), row("REF_AREA"), row("TIME_PERIOD"), Breakdown(release, row), row("OBS_VALUE"))));
            Into(whole, "observations.json", await JsonAsync(release));
            Into(whole, "observations.xlsx", await WorkbookAsync(release));
            Into(whole, "pages", await PagesAsync(release, all));
            Into(whole, "maps", await MapsAsync(release, all));
            Into(whole, "observations.geojson", await GeoJsonAsync(release, all));
            Into(parts, "lines", await LinesAsync(release, all));
            Into(parts, "filtered by value", await WithValuesAsync(release));
            if (release.Status == "CURRENT")
                Into(parts, "current", await CurrentAsync(release));
        }
        return (whole, parts);

        static void Into(Dictionary<string, List<Figure>> places, string place, IEnumerable<Figure> figures)
        {
            if (!places.TryGetValue(place, out var there))
                places[place] = there = [];
            there.AddRange(figures);
        }
    }

    async Task<List<Release>> ReleasesAsync()
    {
        var data = await AskAsync("{ datasets(first: 10) { nodes { slug dimensions { code } indicators(first: 10) { nodes { code slug } } releases { id number status observationCount } } } }");
        return
        [
            .. from dataset in Items(data, "datasets", "nodes")
               from release in Items(dataset, "releases")
               select new Release(
                   Text(dataset, "slug"), release.GetProperty("number").GetInt32(), Text(release, "id"), Text(release, "status"), release.GetProperty("observationCount").GetInt32(),
                   [.. Items(dataset, "dimensions").Select(it => Text(it, "code"))],
                   [.. Items(dataset, "indicators", "nodes").Select(it => (Text(it, "code"), Text(it, "slug")))]),
        ];
    }

    const string Fields = "id indicator { code slug } area { code slug } timePeriod breakdown value status confidentiality";

    sealed record Found(Figure Figure, string Id, string Indicator, string Area, string Period, string Breakdown, string Level);

    async Task<List<Found>> ObservationsAsync(Release release)
    {
        var found = new List<Found>();
        for (var after = "null"; after != "";)
        {
            var page = (await AskAsync($"{{ release(by: {{id: \"{release.Id}\"}}) {{ observations(first: 100, after: {after}) {{ nodes {{ {Fields} area {{ __typename }} }} pageInfo {{ hasNextPage endCursor }} }} }} }}"))
                .GetProperty("release").GetProperty("observations");
            found.AddRange(Items(page, "nodes").Select(node => Read(release, node)));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetRawText() : "";
        }
        return found;
    }

    static Found Read(Release release, JsonElement node)
    {
        var area = node.GetProperty("area");
        var (indicator, code, period, breakdown) = (Text(node.GetProperty("indicator"), "code"), Code(area), Text(node, "timePeriod"), Text(node, "breakdown"));
        // Whatever is withheld looks the same.
        Assert.Equal(Value(node) is null, (Text(node, "status"), Text(node, "confidentiality")) == ("SUPPRESSED", "CONFIDENTIAL"));
        return new(
            new(release.Name, Figure.Name(indicator, code, period, breakdown), Value(node)), Text(node, "id"), indicator, code, period, breakdown,
            area.TryGetProperty("__typename", out var level) ? level.GetString()!.ToUpperInvariant() : "");
    }

    async Task<IEnumerable<Figure>> ByIdAsync(Release release, List<Found> all)
    {
        var figures = new List<Figure>();
        foreach (var ids in all.Select(it => it.Id).Chunk(50))
            figures.AddRange(Items(await AskAsync($"{{ nodes(ids: {JsonSerializer.Serialize(ids)}) {{ ... on Observation {{ {Fields} }} }} }}"), "nodes").Select(node => Read(release, node).Figure));
        return figures;
    }

    async Task<IEnumerable<Figure>> CurrentAsync(Release release)
    {
        var figures = new List<Figure>();
        for (var after = "null"; after != "";)
        {
            var page = (await AskAsync($"{{ observations(first: 100, after: {after}, where: {{release: {{id: {{eq: \"{release.Id}\"}}}}}}) {{ nodes {{ {Fields} }} pageInfo {{ hasNextPage endCursor }} }} }}")).GetProperty("observations");
            figures.AddRange(Items(page, "nodes").Select(node => Read(release, node).Figure));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetRawText() : "";
        }
        return figures;
    }

    // Every cell that a condition on values finds, small ones first: none that is withheld may be among them, and none may be counted.
    async Task<IEnumerable<Figure>> WithValuesAsync(Release release)
    {
        var figures = new List<Figure>();
        foreach (var (condition, order) in ((string, string)[])[("gte: 0", "ASC"), ("lt: 8", "ASC"), ("neq: null", "DESC"), ("nin: []", "DESC")])
        {
            var list = (await AskAsync($"{{ release(by: {{id: \"{release.Id}\"}}) {{ observations(first: 100, where: {{value: {{{condition}}}, status: {{neq: SUPPRESSED}}}}, order: [{{value: {order}}}]) {{ totalCount nodes {{ {Fields} }} }} }} }}"))
                .GetProperty("release").GetProperty("observations");
            Assert.All(Items(list, "nodes"), node => Assert.NotNull(Value(node)));
            figures.AddRange(Items(list, "nodes").Select(node => Read(release, node).Figure));
        }
        return figures;
    }

    async Task<IEnumerable<Figure>> CubeAsync(Release release)
    {
        var columns = string.Join(", ", release.Dimensions.Prepend("timePeriod").Prepend("indicator").Select(axis => $"\"{axis}\""));
        var cube = (await AskAsync(
            $"{{ cube(dataset: \"{release.Dataset}\", rows: [\"area\"], columns: [{columns}], release: \"{release.Id}\") "
            + "{ rows { members { axis code } } columns { members { axis code } } cells { row column observation { value status } } } }")).GetProperty("cube");
        var (rows, heads) = (Items(cube, "rows").ToList(), Items(cube, "columns").ToList());
        return Items(cube, "cells").Select(cell =>
        {
            var members = Items(rows[cell.GetProperty("row").GetInt32()], "members").Concat(Items(heads[cell.GetProperty("column").GetInt32()], "members"))
                .ToDictionary(member => Text(member, "axis"), member => Text(member, "code"));
            return new Figure(
                release.Name, Figure.Name(members["indicator"], members["area"], members["timePeriod"], Breakdown(release, code => members[code])), Value(cell.GetProperty("observation")));
        });
    }

    async Task<IEnumerable<Figure>> SeriesAsync(Release release, List<Found> all)
    {
        var figures = new List<Figure>();
        foreach (var (indicator, area, breakdown) in all.Select(it => (it.Indicator, it.Area, it.Breakdown)).Distinct())
        {
            var slug = release.Indicators.Single(it => it.Code == indicator).Slug;
            var series = (await AskAsync($"{{ indicator(by: {{slug: \"{slug}\"}}) {{ series(area: \"{area}\", breakdown: \"{breakdown}\", release: \"{release.Id}\") {{ {Fields} }} }} }}")).GetProperty("indicator");
            figures.AddRange(Items(series, "series").Select(node => Read(release, node).Figure));
        }
        return figures;
    }

    async Task<IEnumerable<Figure>> CsvAsync(Release release, string file, Func<Func<string, string>, (string Indicator, string Area, string Period, string Breakdown, string Value)> read)
    {
        var lines = (await server.Http.GetStringAsync($"{release.Path}/{file}")).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var columns = CsvLine.Split(lines[0], out _)!;
        return lines.Skip(1).Select(line =>
        {
            var cells = CsvLine.Split(line, out var mistake)!;
            Assert.Null(mistake);
            var (indicator, area, period, breakdown, value) = read(column => cells[Array.FindIndex(columns, it => Same(it, column))]);
            return new Figure(release.Name, Figure.Name(indicator, area, period, breakdown), value == "" ? null : decimal.Parse(value, CultureInfo.InvariantCulture));
        });
    }

    async Task<IEnumerable<Figure>> JsonAsync(Release release) =>
        Items(JsonElement.Parse(await server.Http.GetStringAsync($"{release.Path}/observations.json")), "observations").Select(it => new Figure(
            release.Name,
            Figure.Name(Text(it, "indicator"), Text(it, "area"), Text(it, "timePeriod"), it.TryGetProperty("breakdown", out var categories)
                ? string.Join('|', categories.EnumerateObject().Select(category => $"{category.Name}={category.Value.GetString()}").Order(StringComparer.Ordinal))
                : ""),
            Value(it)));

    async Task<IEnumerable<Figure>> GeoJsonAsync(Release release, List<Found> all)
    {
        var cells = all.Select(it => (it.Indicator, it.Period, it.Breakdown)).Distinct()
            .ToDictionary(it => $"{it.Indicator}_{it.Period}{(it.Breakdown == "" ? "" : $"_{it.Breakdown.Replace('=', '_').Replace('|', '_')}")}");
        return
        [
            .. from feature in Items(JsonElement.Parse(await server.Http.GetStringAsync($"{release.Path}/observations.geojson")), "features")
               from property in feature.GetProperty("properties").EnumerateObject()
               where property.Name is not ("code" or "name" or "year" or "level") && !property.Name.EndsWith("_status", StringComparison.Ordinal)
               let cell = cells[property.Name]
               select new Figure(
                   release.Name, Figure.Name(cell.Indicator, Text(feature, "id"), cell.Period, cell.Breakdown),
                   property.Value.ValueKind == JsonValueKind.Number ? property.Value.GetDecimal() : null),
        ];
    }

    async Task<IEnumerable<Figure>> WorkbookAsync(Release release)
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(await server.Http.GetByteArrayAsync($"{release.Path}/observations.xlsx?lang=en")), isEditable: false);
        var sheet = workbook.WorkbookPart!.Workbook.Descendants<Sheet>().Single(it => it.Name == "Figures");
        var rows = ((WorksheetPart)workbook.WorkbookPart.GetPartById(sheet.Id!)).Worksheet.Descendants<Row>()
            .Select(row => row.Elements<Cell>().ToDictionary(cell => Letter().Match(cell.CellReference!.Value!).Value, cell => cell.CellValue?.Text ?? cell.InnerText)).ToList();
        return rows.Skip(1).Select(row =>
        {
            string At(string column) => rows[0].Where(head => Same(head.Value, column)).Select(head => row.GetValueOrDefault(head.Key, "")).Single();
            return new Figure(
                release.Name, Figure.Name(At("indicator"), At("area"), At("time_period"), Breakdown(release, At)),
                At("value") is { Length: > 0 } value ? decimal.Parse(value, NumberStyles.Float, CultureInfo.InvariantCulture) : null);
        });
    }

    // A picture for each indicator, period, breakdown and level that there is something of.
    async Task<IEnumerable<Figure>> MapsAsync(Release release, List<Found> all) => await LookAsync(
        release, all, "/map.svg",
        (svg, look) => MapTitle().Matches(svg).Select(match => Told(release, match.Groups["area"].Value, match.Groups["told"].Value, look)));

    /// <summary>The table beside the picture, which holds the same for who can't see it.</summary>
    async Task<IEnumerable<Figure>> PagesAsync(Release release, List<Found> all) => await LookAsync(
        release, all, "",
        (html, look) => TableRow().Matches(html).Select(match => Told(release, match.Groups["area"].Value, match.Groups["told"].Value, look)));

    async Task<IEnumerable<Figure>> LookAsync(Release release, List<Found> all, string file, Func<string, Found, IEnumerable<Figure>> read)
    {
        var figures = new List<Figure>();
        foreach (var look in all.DistinctBy(it => (it.Indicator, it.Period, it.Breakdown, it.Level)))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get,
                $"{release.Path}{file}?indicator={look.Indicator}&period={look.Period}&breakdown={Uri.EscapeDataString(look.Breakdown)}&level={look.Level.ToLowerInvariant()}&lang=en");
            request.Headers.Accept.ParseAdd(file == "" ? "text/html" : "*/*");
            using var answer = await server.Http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, text);
            figures.AddRange(read(WebUtility.HtmlDecode(text), look));
        }
        return figures;
    }

    async Task<IEnumerable<Figure>> LinesAsync(Release release, List<Found> all)
    {
        var figures = new List<Figure>();
        foreach (var look in all.DistinctBy(it => (it.Indicator, it.Area, it.Breakdown)))
        {
            var svg = WebUtility.HtmlDecode(await server.Http.GetStringAsync(
                $"{release.Path}/line.svg?indicator={look.Indicator}&area={look.Area}&breakdown={Uri.EscapeDataString(look.Breakdown)}&lang=en"));
            figures.AddRange(LineTitle().Matches(svg).Select(match => Told(release, match.Groups["area"].Value, match.Groups["told"].Value, look with { Period = match.Groups["period"].Value })));
        }
        return figures;
    }

    // "1,080 persons", "12.5%", "1080" or why there is none.
    static Figure Told(Release release, string area, string told, Found look) => new(
        release.Name, Figure.Name(look.Indicator, area, look.Period, look.Breakdown),
        Number().Match(told) is { Success: true } number ? decimal.Parse(number.Value, NumberStyles.Number, CultureInfo.InvariantCulture) : null);

    static string Breakdown(Release release, Func<string, string> category) => string.Join(
        '|', release.Dimensions.Select(code => (Code: code, Category: category(code))).Where(it => it.Category is not ("" or "_T")).Select(it => $"{it.Code}={it.Category}").Order(StringComparer.Ordinal));

    // A column is called as its dimension, in the letters that its form allows.
    static bool Same(string column, string name) => string.Equals(Letters(column), Letters(name), StringComparison.Ordinal);

    static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    async Task<JsonElement> AskAsync(string query)
    {
        var answer = await server.Client.Ask(query);
        Assert.True(answer.Errors.Count == 0, answer.Text);
        return answer.Data;
    }

    static IEnumerable<JsonElement> Items(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            json = json.GetProperty(name);
        return json.EnumerateArray();
    }

    static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    static string Code(JsonElement area) => area.GetProperty("code").GetString() ?? Text(area, "slug");

    static decimal? Value(JsonElement json) => json.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : null;

    [GeneratedRegex(@"<path[^>]*><title>[^<]*\((?<area>[\w-]+)\): (?<told>[^<]*)</title>")]
    private static partial Regex MapTitle();

    [GeneratedRegex(@"<title>[^<]*\((?<area>[\w-]+)\), (?<period>[\w-]+): (?<told>[^<]*)</title>")]
    private static partial Regex LineTitle();

    [GeneratedRegex(@"<tr><td><code>(?<area>[\w-]+)</code></td><th scope=""row"">[^<]*</th><td class=""number"">(?<told>[^<]*)")]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^-?[\d,]+(\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex("^[A-Z]+")]
    private static partial Regex Letter();
}
