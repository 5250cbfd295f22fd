namespace OpenSocialMap.Server.Catalogue.Pages;

/// <summary>A few lines that read the figures into a program and join them to those of Statistics Netherlands, ready to be copied.</summary>
internal sealed record Snippet(string Name, string Words, string Code)
{
    public static IReadOnlyList<Snippet> Of(Edition edition, Indicator indicator, string period)
    {
        var csv = edition.At(Files.FileFormat.Csv.Name);
        string Say(string dutch, string english) => edition.IsEnglish ? english : dutch;
        return
        [
            new("Python",
                Say("Met alleen wat Python zelf heeft. kerncijfers.csv is een bestand met kerncijfers van het CBS, met kolommen code (zoals WK050509) en year. Een ontbrekend cijfer is een lege tekst; obs_status zegt waarom.",
                    "With nothing but Python itself. kerncijfers.csv is a file with key figures of CBS, with columns code (such as WK050509) and year. A missing figure is an empty text; obs_status says why."),
                $$"""
                import csv, io, urllib.request

                with urllib.request.urlopen("{{csv}}") as answer:
                    figures = list(csv.DictReader(io.TextIOWrapper(answer, encoding="utf-8", newline="")))
                figures = [row for row in figures
                           if row["indicator"] == "{{indicator.Code}}" and row["time_period"] == "{{period}}"{{string.Concat(edition.Dataset.Dimensions.Select(dimension => $" and not row[\"{dimension.Column}\"]"))}} and row["value"]]

                with open("kerncijfers.csv", encoding="utf-8", newline="") as file:
                    cbs = {(row["code"].strip(), row["year"]): row for row in csv.DictReader(file)}
                joined = [(row, cbs[row["area"], row["area_year"]]) for row in figures if (row["area"], row["area_year"]) in cbs]
                """),
            new("Python, pandas",
                Say("Let op keep_default_na: anders leest pandas ook codes zoals NA als ontbrekend.",
                    "Mind keep_default_na: without it pandas takes codes such as NA for missing ones too."),
                $$"""
                import pandas

                figures = pandas.read_csv(
                    "{{csv}}",
                    dtype={"area": str, "area_year": str, "time_period": str}, keep_default_na=False, na_values=[""])
                figures = figures[(figures.indicator == "{{indicator.Code}}") & (figures.time_period == "{{period}}"){{string.Concat(edition.Dataset.Dimensions.Select(dimension => $" & figures.{dimension.Column}.isna()"))}}]

                cbs = pandas.read_csv("kerncijfers.csv", dtype={"code": str, "year": str})
                cbs["code"] = cbs["code"].str.strip()
                joined = figures.merge(cbs, left_on=["area", "area_year"], right_on=["code", "year"])
                """),
            new("R",
                Say("Codes worden als tekst gelezen. Een ontbrekend cijfer wordt NA; obs_status zegt waarom.",
                    "Codes are read as text. A missing figure becomes NA; obs_status says why."),
                $$"""
                figures <- read.csv("{{csv}}",
                  colClasses = c(area = "character", area_year = "character", time_period = "character"), na.strings = "", encoding = "UTF-8")
                figures <- subset(figures, indicator == "{{indicator.Code}}" & time_period == "{{period}}"{{string.Concat(edition.Dataset.Dimensions.Select(dimension => $" & is.na({dimension.Column})"))}})

                cbs <- read.csv("kerncijfers.csv", colClasses = c(code = "character", year = "character"), strip.white = TRUE)
                joined <- merge(figures, cbs, by.x = c("area", "area_year"), by.y = c("code", "year"))
                """),
            new("Excel",
                Say("Open observations.xlsx. Of, zodat de cijfers te vernieuwen zijn: kies Gegevens, Gegevens ophalen, Van web, en plak dit in de geavanceerde editor.",
                    "Open observations.xlsx. Or, so that the figures can be refreshed: choose Data, Get Data, From Web, and paste this into the advanced editor."),
                $$"""
                let
                    Source = Csv.Document(Web.Contents("{{csv}}"), [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
                    Named = Table.PromoteHeaders(Source),
                    Typed = Table.TransformColumnTypes(Named, {{"{{"}}"area", type text}, {"time_period", type text}, {"value", type number{{"}}"}}, "en-US")
                in
                    Typed
                """),
        ];
    }
}
