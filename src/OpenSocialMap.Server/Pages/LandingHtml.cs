using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace OpenSocialMap.Server.Pages;

/// <summary>The front page as HTML: it works without JavaScript, and with it the answer appears in the page itself.</summary>
public static class LandingHtml
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Render(LandingTexts texts, Neighbourhood chosen, string server)
    {
        var query = Query(chosen);
        var address = $"/graphql?query={Uri.EscapeDataString(OnOneLine(query))}";
        return $"""
            <!doctype html>
            <html lang="{texts.Language}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{Text(texts.Title)}</title>
              <meta name="description" content="{Text(texts.Lead)}">
              <meta name="color-scheme" content="light dark">
              <link rel="icon" href="/logo.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/landing.css">
              <script type="module" src="/landing.js"></script>
            </head>
            <body>
              <a class="skip" href="#main">{Text(texts.SkipLink)}</a>
              <header>
                <a class="name" href="/?lang={texts.Language}"><img src="/logo.svg" alt="" width="36" height="36"> OpenSocialMap</a>
                <nav aria-label="{Text(texts.LanguageSwitch)}">
                  {LanguageLink("nl", "Nederlands", texts, chosen)}
                  {LanguageLink("en", "English", texts, chosen)}
                </nav>
              </header>
              <main id="main">
                <section class="intro">
                  <div>
                    <h1>{Text(texts.Heading)}</h1>
                    <p class="lead">{Text(texts.Lead)}</p>
                    <p>{Text(texts.Honesty)}</p>
                  </div>
                  <img src="/dordrecht.svg" alt="{Text(texts.MapAlternative)}" width="1000" height="872">
                </section>
                <ul class="doors">
                  {Door("/graphql", texts.Try, "class=\"first\"")}
                  {Door($"/data?lang={texts.Language}", texts.Figures)}
                  {Door("/graphql?sdl", texts.Schema)}
                  {Door("/README.md", texts.Manual)}
                  {Door($"/agenda.html?lang={texts.Language}", texts.Agenda)}
                  {Door($"/schedules?lang={texts.Language}", texts.When)}
                </ul>
                <section>
                  <h2>{Text(texts.ForWhom)}</h2>
                  <div class="audiences">
                    {string.Join("\n        ", texts.Audiences.Select(block => $"<div><h3>{Text(block.Heading)}</h3><p>{Text(block.Text)}</p></div>"))}
                  </div>
                </section>
                <section id="example">
                  <h2>{Text(texts.ExampleHeading)}</h2>
                  <p>{Text(string.Format(CultureInfo.InvariantCulture, texts.ExampleLead, chosen.Name))}</p>
                  <nav class="areas" aria-label="{Text(texts.ChooseArea)}">
                    {string.Join("\n        ", Neighbourhood.Offered.Select(area => AreaLink(area, texts, chosen)))}
                  </nav>
                  <div class="example">
                    <div>
                      <h3>{Text(texts.Question)}</h3>
                      <pre tabindex="0"><code id="query">{Text(query)}</code></pre>
                      <p><a href="/graphql#query={Uri.EscapeDataString(query)}">{Text(texts.OpenInEditor)}</a></p>
                      <h3>{Text(texts.CommandLine)}</h3>
                      <pre class="wrap" tabindex="0"><code>{Text(CommandLine(server, query))}</code></pre>
                    </div>
                    <div>
                      <h3>{Text(texts.Answer)}</h3>
                      <div id="answer" aria-live="polite" data-loading="{Text(texts.Loading)}" data-failed="{Text(texts.Failed)}"
                           data-none="{Text(texts.NoPlaces)}" data-address-unknown="{Text(texts.AddressUnknown)}" data-raw="{Text(texts.Raw)}"></div>
                      <noscript><p>{Text(texts.NoScript)}</p></noscript>
                      <p><a href="{Text(address)}">{Text(texts.OpenAnswer)}</a></p>
                    </div>
                  </div>
                </section>
              </main>
              <footer>
                <p><a href="/limits">{Text(texts.Limits)}</a></p>
                <p>{Text(texts.Licence)}</p>
                <p>{Text(texts.MapCredit)}</p>
              </footer>
            </body>
            </html>

            """;
    }

    static string Query(Neighbourhood area) => $$"""
        {
          meetingPlaces(area: "{{area.Code}}") {
            totalCount
            nodes {
              name
              address { streetAddress postalCode }
            }
          }
        }
        """;

    static string CommandLine(string server, string query) =>
        $"curl -G {server}/graphql \\\n  --data-urlencode 'query={OnOneLine(query)}'";

    static string OnOneLine(string query) => string.Join(' ', query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static string LanguageLink(string language, string name, LandingTexts texts, Neighbourhood chosen) =>
        $"""<a href="/?lang={language}&amp;area={chosen.Code}" hreflang="{language}" lang="{language}"{Current(language == texts.Language)}>{name}</a>""";

    static string AreaLink(Neighbourhood area, LandingTexts texts, Neighbourhood chosen) =>
        $"""<a href="/?lang={texts.Language}&amp;area={area.Code}#example"{Current(area == chosen)}>{Text(area.Name)}</a>""";

    static string Door(string address, LandingTexts.Block block, string attributes = "") =>
        $"""<li {attributes}><a href="{address}">{Text(block.Heading)}</a><p>{Text(block.Text)}</p></li>""";

    static string Current(bool isCurrent) => isCurrent ? " aria-current=\"true\"" : "";

    static string Text(string text) => Encoder.Encode(text);
}
