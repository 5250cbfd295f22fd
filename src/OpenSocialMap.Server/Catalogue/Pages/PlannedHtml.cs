using OpenSocialMap.Server.Catalogue.Files;
using static OpenSocialMap.Server.Catalogue.Pages.CataloguePageHtml;

namespace OpenSocialMap.Server.Catalogue.Pages;

/// <summary>The page of a dataset of which no release holds: what its figures will mean.</summary>
internal static class PlannedHtml
{
    public static string Render(Dataset dataset, string path, bool isEnglish) => CataloguePageHtml.Render(
        dataset.NameIn(isEnglish), dataset.DescriptionIn(isEnglish) ?? dataset.Name, path, isEnglish, [],
        $"""
            <h1>{Text(dataset.NameIn(isEnglish))}</h1>
            <p class="lead">{Text(dataset.DescriptionIn(isEnglish) ?? "")}</p>
            <p class="warning">{(isEnglish ? "There is no release of this dataset at the moment, so there are no figures." : "Er is op dit moment geen release van deze dataset, dus er zijn geen cijfers.")}</p>
            {DefinitionsHtml.Render(dataset, isEnglish)}
            <p>{Text(ReadmeFile.Protection(dataset, isEnglish))} <a href="/data/methodology?lang={(isEnglish ? "en" : "nl")}">{(isEnglish ? "The method" : "De methode")}</a>.</p>
        """);
}
