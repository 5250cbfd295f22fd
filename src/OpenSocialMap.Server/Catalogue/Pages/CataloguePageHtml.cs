using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace OpenSocialMap.Server.Catalogue.Pages;

/// <summary>What all pages of the catalogue have around their content. They work without JavaScript, and read well on paper.</summary>
internal static class CataloguePageHtml
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static void WriteHeaders(IHeaderDictionary headers, bool isEnglish)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.ContentLanguage = isEnglish ? "en" : "nl";
    }

    /// <param name="path">Its own path, to which the switch of language leads.</param>
    /// <param name="alternates">The same in other forms: address and media type.</param>
    /// <param name="main">Its content, as HTML.</param>
    public static string Render(string title, string description, string path, bool isEnglish, IEnumerable<(string Address, string MediaType)> alternates, string main)
    {
        var language = isEnglish ? "en" : "nl";
        return $"""
            <!doctype html>
            <html lang="{language}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{Text(title)} | OpenSocialMap</title>
              <meta name="description" content="{Text(description)}">
              <meta name="color-scheme" content="light dark">
              <link rel="icon" href="/logo.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/landing.css">
              <link rel="stylesheet" href="/data.css">
              {string.Join("\n  ", alternates.Select(alternate => $"<link rel=\"alternate\" type=\"{alternate.MediaType}\" href=\"{Text(alternate.Address)}\">"))}
            </head>
            <body>
              <a class="skip" href="#main">{(isEnglish ? "Skip to content" : "Naar de inhoud")}</a>
              <header>
                <a class="name" href="/?lang={language}"><img src="/logo.svg" alt="" width="36" height="36"> OpenSocialMap</a>
                <nav aria-label="{(isEnglish ? "Main" : "Hoofdmenu")}">
                  <a href="/data?lang={language}"{(path == "/data" ? " aria-current=\"page\"" : "")}>{(isEnglish ? "Figures" : "Cijfers")}</a>
                  <a href="/data/methodology?lang={language}"{(path == "/data/methodology" ? " aria-current=\"page\"" : "")}>{(isEnglish ? "Method" : "Methode")}</a>
                  <a href="{Text(path)}?lang={(isEnglish ? "nl" : "en")}" lang="{(isEnglish ? "nl" : "en")}" hreflang="{(isEnglish ? "nl" : "en")}">{(isEnglish ? "Nederlands" : "English")}</a>
                </nav>
              </header>
              <main id="main" class="data">
            {main}
              </main>
              <footer>
                <p><a href="/limits">{(isEnglish ? "How much you can ask at once" : "Hoeveel u in één keer kunt vragen (in het Engels)")}</a></p>
              </footer>
            </body>
            </html>

            """;
    }

    public static string Text(string text) => Encoder.Encode(text);

    public static string Date(DateOnly date) => $"<time datetime=\"{date:yyyy-MM-dd}\">{date:yyyy-MM-dd}</time>";
}
