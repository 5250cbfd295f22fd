using Markdig;
using OpenSocialMap.Disclosure;

namespace OpenSocialMap.Server.Catalogue.Pages;

/// <summary>The account of how people are protected, for statisticians and for the people in the figures. It is written in English.</summary>
internal static class MethodologyHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers().DisableHtml().Build();

    public static string Render(bool isEnglish) => CataloguePageHtml.Render(
        isEnglish ? "How the figures are protected" : "Hoe de cijfers zijn beschermd",
        isEnglish ? "Why nobody can be recognised in the figures." : "Waarom niemand in de cijfers te herkennen is.",
        "/data/methodology", isEnglish, [],
        (isEnglish ? "" : """
            <p class="lead">Dit is de verantwoording voor statistici, in het Engels. In het kort: kleine aantallen worden niet gepubliceerd, en ook niet wat ze zou verraden. Een programma
            dat alle gepubliceerde cijfers kent, probeert ze terug te rekenen; lukt dat, dan komt een release niet uit.</p>
            """) + $"<article lang=\"en\">\n{Markdown.ToHtml(Methodology.Markdown, Pipeline)}</article>");
}
