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
            new("R",
                Say("Codes worden als tekst gelezen. Een ontbrekend cijfer wordt NA; obs_status zegt waarom. kerncijfers.csv is een bestand met kerncijfers van het CBS, met een kolom code zoals WK050509.",
                    "Codes are read as text. A missing figure becomes NA; obs_status says why. kerncijfers.csv is a file with key figures of CBS, with a column code such as WK050509."),
                $"""
                figures <- read.csv("{csv}",
                  colClasses = c(area = "character", time_period = "character"), na.strings = "", encoding = "UTF-8")
                figures <- subset(figures, indicator == "{indicator.Code}" & time_period == "{period}")

                cbs <- read.csv("kerncijfers.csv", colClasses = c(code = "character"))
                joined <- merge(figures, cbs, by.x = "area", by.y = "code")
                """),
            new("Python",
                Say("Met pandas. Let op keep_default_na: anders leest pandas ook codes zoals NA als ontbrekend.",
                    "With pandas. Mind keep_default_na: without it pandas takes codes such as NA for missing ones too."),
                $"""
                import pandas

                figures = pandas.read_csv(
                    "{csv}",
                    dtype={"{"}"area": str, "time_period": str{"}"}, keep_default_na=False, na_values=[""])
                figures = figures[(figures.indicator == "{indicator.Code}") & (figures.time_period == "{period}")]

                cbs = pandas.read_csv("kerncijfers.csv", dtype={"{"}"code": str{"}"})
                joined = figures.merge(cbs, left_on="area", right_on="code")
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
