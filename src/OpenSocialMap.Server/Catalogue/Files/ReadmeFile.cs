using System.Globalization;
using System.Text;

namespace OpenSocialMap.Server.Catalogue.Files;

/// <summary>What somebody should know who finds one of the files on a disk: what it is of, what its columns and signs mean, and how to name it.</summary>
internal static class ReadmeFile
{
    public static string Write(Edition edition)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(edition))
            text.Append(line.IsHeading ? $"\n## {line.Text}\n\n" : $"{line.Text}\n\n");
        text.Append(edition.IsEnglish ? "\n## Indicators\n\n" : "\n## Indicatoren\n\n");
        foreach (var indicator in edition.Dataset.Indicators)
            text.Append(CultureInfo.InvariantCulture, $"- `{indicator.Code}`: {indicator.NameIn(edition.IsEnglish)} ({FigureNumbers.Unit(indicator.Unit, edition.IsEnglish)}). {indicator.DescriptionIn(edition.IsEnglish)}\n");
        text.Append(edition.IsEnglish ? "\n## Columns of observations.csv and of the workbook\n\n" : "\n## Kolommen van observations.csv en van de werkmap\n\n");
        foreach (var column in Column.Of(edition.Dataset))
            text.Append(CultureInfo.InvariantCulture, $"- `{column.Name}`: {column.In(edition.IsEnglish)}\n");
        text.Append(edition.IsEnglish ? OtherFilesEnglish : OtherFilesDutch);
        return $"# {edition.Dataset.NameIn(edition.IsEnglish)}\n{text}";
    }

    /// <summary>What a sheet to read first has too.</summary>
    public static IEnumerable<ReadmeLine> Lines(Edition edition)
    {
        var isEnglish = edition.IsEnglish;
        yield return new($"{edition.Dataset.NameIn(isEnglish)}: release {edition.Release.Number.ToString(CultureInfo.InvariantCulture)}, {edition.Release.PublishedOn:yyyy-MM-dd}", true);
        if (edition.Dataset.DescriptionIn(isEnglish) is { } description)
            yield return new(description, false);
        yield return new(edition.Release.Notes, false);
        yield return new(isEnglish ? "Naming it" : "Zo noemt u het", true);
        yield return new(edition.Citation, false);
        yield return new(string.Join(". ", new[] { LicenceLine(edition), edition.Dataset.Attribution }.OfType<string>()) + ".", false);
        yield return new(isEnglish ? "Protection of people" : "Bescherming van mensen", true);
        yield return new(Protection(edition.Dataset, isEnglish) + (isEnglish ? " How that works: " : " Hoe dat werkt: ") + $"{edition.Home}/data/methodology", false);
        yield return new(isEnglish ? "Where there is no figure" : "Waar geen cijfer staat", true);
        yield return new(isEnglish
            ? "A missing figure is an empty cell, and the column obs_status says why: Q withheld so that nobody can be recognised, L unknown or not collected, M cannot occur. In print: a point for unknown or withheld, blank for what cannot occur, * for provisional, 0 for less than half a unit."
            : "Een ontbrekend cijfer is een lege cel, en de kolom obs_status zegt waarom: Q niet gepubliceerd zodat niemand te herkennen is, L niet bekend of niet verzameld, M kan niet voorkomen. In druk: een punt voor onbekend of geheim, niets voor wat niet kan voorkomen, * voor voorlopig, 0 voor minder dan de helft van de eenheid.", false);
        yield return new(isEnglish ? "Areas" : "Gebieden", true);
        yield return new(isEnglish
            ? "Areas have the codes of Statistics Netherlands (CBS), such as WK050509, with the year of the division. Join by code and year, and read codes as text."
            : "Gebieden hebben de codes van het CBS, zoals WK050509, met het jaar van de indeling. Koppel op code en jaar, en lees codes als tekst.", false);
    }

    /// <summary>In a sentence, what was done so that nobody can be recognised.</summary>
    public static string Protection(Dataset dataset, bool isEnglish) => (dataset.Method, isEnglish) switch
    {
        ("SUPPRESSION", true) => $"Figures that could tell something about a few people are withheld{Minimum(dataset, true)}, and others with them so that nothing can be worked out.",
        ("SUPPRESSION", false) => $"Cijfers die iets over een paar mensen kunnen vertellen worden niet gepubliceerd{Minimum(dataset, false)}, en andere cijfers ook niet, zodat niets terug te rekenen is.",
        ("ROUNDING", true) => $"Counts are rounded at random to a multiple of {dataset.RoundingBase}, up or down, so that on average they are right. The same figure always has the same rounding, and parts need not add up to totals.",
        ("ROUNDING", false) => $"Aantallen zijn aselect afgerond op een veelvoud van {dataset.RoundingBase}, naar boven of naar beneden, zodat ze gemiddeld kloppen. Hetzelfde cijfer is altijd hetzelfde afgerond, en delen tellen niet altijd op tot het totaal.",
        (_, true) => "These figures come as their publisher published them; nothing was changed or withheld here.",
        (_, false) => "Deze cijfers staan er zoals de uitgever ze publiceerde; hier is niets veranderd of weggelaten.",
    };

    private static string Minimum(Dataset dataset, bool isEnglish) => dataset.MinimumCount is not { } minimum ? ""
        : isEnglish ? $" (counts below {minimum})" : $" (aantallen onder {minimum})";

    private static string LicenceLine(Edition edition) => edition.Dataset.Licence is { } licence
        ? $"{(edition.IsEnglish ? "Licence" : "Licentie")}: {licence} ({Licence.AddressOf(licence)})"
        : edition.IsEnglish ? "The licence is unknown" : "De licentie is niet bekend";

    private const string OtherFilesEnglish = """

        ## The other files

        - `observations.xlsx`: the same columns with `area_name` after `area`; the definitions stand on a sheet of their own.
        - `observations.sdmx.csv`: the columns of SDMX-CSV 2.0. `REF_AREA` is `area`, `OBS_VALUE` is `value`, `COMMENT_OBS` is `note`; a total over a dimension is `_T`.
        - `observations.json`: `observations` holds one object for each figure, with `areaName`, and the categories in `breakdown`.
        - `observations.geojson`: one feature for each area. A property such as `INHABITANTS_2023` is indicator, period and, for a part, the categories; beside it `…_status` where the figure is not simply normal.
        - `release.csv`: the file as it was released, with all categories of a figure in one column `breakdown`. Its SHA-256 is the checksum above.

        """;

    private const string OtherFilesDutch = """

        ## De andere bestanden

        - `observations.xlsx`: dezelfde kolommen, met `area_name` na `area`; de definities staan op een eigen blad.
        - `observations.sdmx.csv`: de kolommen van SDMX-CSV 2.0. `REF_AREA` is `area`, `OBS_VALUE` is `value`, `COMMENT_OBS` is `note`; een totaal over een dimensie is `_T`.
        - `observations.json`: `observations` heeft een object per cijfer, met `areaName`, en de categorieën in `breakdown`.
        - `observations.geojson`: een object per gebied. Een eigenschap zoals `INHABITANTS_2023` is indicator, periode en bij een deel de categorieën; daarnaast `…_status` als het geen gewoon cijfer is.
        - `release.csv`: het bestand zoals het is vrijgegeven, met alle categorieën van een cijfer in één kolom `breakdown`. De SHA-256 ervan is de controlesom hierboven.

        """;
}

/// <summary>A line to read, or a heading above some.</summary>
internal sealed record ReadmeLine(string Text, bool IsHeading);
