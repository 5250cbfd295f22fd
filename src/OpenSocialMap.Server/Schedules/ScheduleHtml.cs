using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using NodaTime;
using OpenSocialMap.Agenda.Text;
using OpenSocialMap.Agenda.Text.Phrases;
using OpenSocialMap.Server.Feeds;

namespace OpenSocialMap.Server.Schedules;

/// <summary>The page on which people type when something is and see how it is understood. It works without JavaScript.</summary>
internal sealed class ScheduleHtml(bool isEnglish, string phrase)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly ScheduleWords _words = ScheduleWords.In(isEnglish);
    private readonly string _language = isEnglish ? "en" : "nl";

    /// <param name="read">Null when it could not be read.</param>
    public string Render(ReadSchedule? read, IReadOnlyList<PhraseProblem> problems) => $$"""
        <!doctype html>
        <html lang="{{_language}}">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{{Text(_words.Title)}} - OpenSocialMap</title>
          <meta name="color-scheme" content="light dark">
          <link rel="icon" href="/logo.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/landing.css">
          <link rel="stylesheet" href="/agenda.css">
        </head>
        <body>
          <a class="skip" href="#main">{{Text(_words.Skip)}}</a>
          <header>
            <a class="name" href="/?lang={{_language}}"><img src="/logo.svg" alt="" width="36" height="36"> OpenSocialMap</a>
            <nav><a href="{{Text(At(phrase, isEnglish ? "nl" : "en"))}}" lang="{{(isEnglish ? "nl" : "en")}}">{{_words.OtherLanguage}}</a></nav>
          </header>
          <main id="main" class="agenda">
            <h1>{{Text(_words.Title)}}</h1>
            <p>{{Text(_words.Lead)}}</p>
            <form action="{{ScheduleRoutes.Path}}">
              <label for="text">{{Text(_words.Label)}}</label>
              <input id="text" name="text" lang="nl" value="{{Text(phrase)}}" maxlength="{{SchedulePhrase.MaximumLength}}" autocomplete="off"{{(read is null && phrase.Length > 0 ? " aria-invalid=\"true\" aria-describedby=\"problems\"" : "")}}>
              <input type="hidden" name="lang" value="{{_language}}">
              <button>{{Text(_words.Show)}}</button>
            </form>
        {{(read is not null ? Understood(read) : phrase.Length > 0 ? Misunderstood(problems) : Examples())}}
          </main>
          <footer>
            <p>{{Text(_words.NothingKept)}}</p>
            <p>{{_words.ForPrograms}}</p>
          </footer>
        </body>
        </html>

        """;

    private string Understood(ReadSchedule read)
    {
        var language = isEnglish ? Language.English : Language.Dutch;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"    <section>\n      <h2>{Text(_words.Understood)}</h2>\n");
        html.Append(CultureInfo.InvariantCulture, $"      <p class=\"lead lines\">{Text(read.In(language, TextSize.ExtraLarge))}</p>\n    </section>\n");
        html.Append(CultureInfo.InvariantCulture, $"    <section>\n      <h2>{Text(_words.Dates)}</h2>\n");
        if (read.Dates.Count == 0)
            html.Append(CultureInfo.InvariantCulture, $"      <p>{Text(read.WhyUnknown is null ? _words.NoDates : _words.DatesUnknown)}</p>\n");
        else
            html.Append(CultureInfo.InvariantCulture, $"      <ul>\n{string.Concat(read.Dates.Select(date => $"        <li>{Text(FeedWords.In(isEnglish).Day(date.ToDateOnly()))}</li>\n"))}      </ul>\n");
        html.Append(CultureInfo.InvariantCulture, $"    </section>\n    <section>\n      <h2>{Text(_words.Shorter)}</h2>\n      <dl>\n");
        foreach (var (size, name) in _words.Sizes)
            html.Append(CultureInfo.InvariantCulture, $"        <dt>{Text(name)}</dt><dd>{Text(read.In(language, size))}</dd>\n");
        html.Append(CultureInfo.InvariantCulture, $"      </dl>\n    </section>\n    <section>\n      <h2>{Text(_words.ForSites)}</h2>\n      <pre tabindex=\"0\"><code>{Text(ScheduleJson.SchemaOrg(read))}</code></pre>\n    </section>\n");
        return html.ToString();
    }

    private string Misunderstood(IReadOnlyList<PhraseProblem> problems)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"    <section id=\"problems\">\n      <h2>{Text(_words.Misunderstood)}</h2>\n");
        foreach (var problem in problems)
        {
            html.Append(CultureInfo.InvariantCulture, $"      <p lang=\"nl\">{Marked(problem)}</p>\n      <p lang=\"nl\"><strong>{Text(problem.Message)}</strong></p>\n");
            Suggest(html, problem.Suggestions.Select(suggestion => Mended(problem, suggestion)));
        }
        return html.Append("    </section>\n").ToString();
    }

    private string Examples()
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"    <section>\n      <h2>{Text(_words.Examples)}</h2>\n");
        Suggest(html, ScheduleWords.ExamplePhrases);
        return html.Append("    </section>\n").ToString();
    }

    private void Suggest(StringBuilder html, IEnumerable<string> phrases)
    {
        html.Append("      <ul lang=\"nl\">\n");
        foreach (var suggestion in phrases)
            html.Append(CultureInfo.InvariantCulture, $"        <li><a href=\"{Text(At(suggestion, _language))}\">{Text(suggestion)}</a></li>\n");
        html.Append("      </ul>\n");
    }

    /// <summary>The words that were not understood, as they stand in the phrase.</summary>
    private string Marked(PhraseProblem problem)
    {
        var (from, until) = Span(problem);
        return $"{Text(phrase[..from])}<mark>{Text(phrase[from..until])}</mark>{Text(phrase[until..])}";
    }

    /// <summary>A suggestion in the place of those words where that mends them, else by itself.</summary>
    private string Mended(PhraseProblem problem, string suggestion)
    {
        var (from, until) = Span(problem);
        var mended = $"{phrase[..from]}{suggestion}{phrase[until..]}".Trim();
        var reading = SchedulePhrase.Parse(mended);
        return reading.Schedule is not null || (reading.Problems[0].Message != problem.Message && reading.Problems[0].Column != problem.Column) ? mended : suggestion;
    }

    private (int From, int Until) Span(PhraseProblem problem)
    {
        var from = Math.Clamp(problem.Column - 1, 0, phrase.Length);
        return (from, Math.Clamp(from + problem.Length, from, phrase.Length));
    }

    private static string At(string phrase, string language) => $"{ScheduleRoutes.Path}?text={Uri.EscapeDataString(phrase)}&lang={language}";

    private static string Text(string text) => Encoder.Encode(text);
}
