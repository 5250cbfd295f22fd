using System.Globalization;
using System.Text.Json.Nodes;

namespace OpenSocialMap.Server.Catalogue.Files;

/// <summary>The description of observations.csv that programs read: dialect, columns, key, licence. https://www.w3.org/TR/tabular-metadata/</summary>
internal static class CsvwMetadata
{
    public static string Write(Edition edition) => new JsonObject
    {
        ["@context"] = new JsonArray("http://www.w3.org/ns/csvw", new JsonObject { ["@language"] = edition.Language }),
        ["@type"] = "Table",
        ["url"] = FileFormat.Csv.Name,
        ["dc:title"] = string.Create(CultureInfo.InvariantCulture, $"{edition.Dataset.NameIn(edition.IsEnglish)}, release {edition.Release.Number}"),
        ["dc:description"] = edition.Dataset.DescriptionIn(edition.IsEnglish),
        ["dc:publisher"] = edition.Dataset.Publisher,
        ["dc:license"] = Licence.AddressOf(edition.Dataset.Licence) is { } licence ? new JsonObject { ["@id"] = licence } : null,
        ["dc:rights"] = edition.Dataset.Attribution,
        ["dc:issued"] = new JsonObject { ["@value"] = edition.Release.PublishedOn.ToString("O"), ["@type"] = "xsd:date" },
        ["dc:identifier"] = edition.Address,
        ["dc:bibliographicCitation"] = edition.Citation,
        ["dialect"] = new JsonObject
        {
            ["encoding"] = "utf-8",
            ["delimiter"] = ",",
            ["quoteChar"] = "\"",
            ["doubleQuote"] = true,
            ["lineTerminators"] = new JsonArray("\n"),
            ["header"] = true,
            ["headerRowCount"] = 1,
        },
        ["tableSchema"] = new JsonObject
        {
            ["columns"] = new JsonArray([.. Column.Of(edition.Dataset).Select(column => Describe(edition, column))]),
            ["aboutUrl"] = $"{edition.Address}#{{indicator}},{{area}},{{area_year}},{{time_period}}{string.Concat(edition.Dataset.Dimensions.Select(dimension => $",{{{dimension.Column}}}"))}",
        },
    }.Without(value => value is null).ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true, Encoder = JsonFile.Readable.Encoder });

    private static JsonObject Describe(Edition edition, Column column) => new()
    {
        ["name"] = column.Name,
        ["titles"] = column.Name,
        ["dc:title"] = new JsonObject { ["@value"] = column.TitleIn(edition.IsEnglish), ["@language"] = edition.Language },
        ["dc:description"] = new JsonObject { ["@value"] = column.In(edition.IsEnglish), ["@language"] = edition.Language },
        ["datatype"] = Datatype(edition, column),
        ["required"] = column.IsRequired,
        ["null"] = "",
    };

    private static JsonNode Datatype(Edition edition, Column column) => column.Name switch
    {
        "value" => new JsonObject { ["base"] = "decimal", ["format"] = new JsonObject { ["decimalChar"] = "." } },
        "indicator" => OneOf(edition.Dataset.Indicators.Select(indicator => indicator.Code)),
        "obs_status" => OneOf(FigureStatus.All.Select(status => status.Code)),
        "conf_status" => OneOf(["F", "C"]),
        var name when edition.Dataset.Dimensions.FirstOrDefault(dimension => dimension.Column == name) is { } dimension => OneOf(dimension.Categories.Select(category => category.Code)),
        _ => JsonValue.Create(column.Datatype),
    };

    /// <summary>A text that is one of these codes, as a regular expression.</summary>
    private static JsonObject OneOf(IEnumerable<string> codes) => new()
    {
        ["base"] = "string",
        ["format"] = $"^({string.Join('|', codes.Select(code => System.Text.RegularExpressions.Regex.Escape(code).Replace("\\-", "-", StringComparison.Ordinal)))})$",
    };

    private static JsonObject Without(this JsonObject json, Func<JsonNode?, bool> isLeftOut)
    {
        foreach (var name in json.Where(member => isLeftOut(member.Value)).Select(member => member.Key).ToList())
            json.Remove(name);
        return json;
    }
}
