using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using OpenSocialMap.GraphQL.Cost;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.Server.Limits;

namespace OpenSocialMap.Server.Pages;

/// <summary>The page on limits as HTML. Its numbers are those of the running server, its weights those of the schema.</summary>
public static class LimitsHtml
{
    const int NamedPlaces = 3;
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Render(IReadOnlyList<PublishedLimit> limits, IReadOnlyList<PublishedWeight> weights, CostLimits cost, PublishedTraffic traffic) => $$"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>OpenSocialMap: limits and cost</title>
          <meta name="description" content="How much one request may ask of this server, what it costs, and how to stay below.">
          <meta name="color-scheme" content="light dark">
          <link rel="icon" href="/logo.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/landing.css">
        </head>
        <body>
          <a class="skip" href="#main">Skip to content</a>
          <header>
            <a class="name" href="/?lang=en"><img src="/logo.svg" alt="" width="36" height="36"> OpenSocialMap</a>
            <nav aria-label="On this page">
              <a href="#limits">Limits</a>
              <a href="#cost">Cost</a>
              <a href="#traffic">Traffic</a>
              <a href="#streams">Streams</a>
              <a href="#documents">Named documents</a>
              <a href="#caching">Caching</a>
              <a href="#weights">Weights</a>
            </nav>
          </header>
          <main id="main">
            <section>
              <h1>Limits and cost</h1>
              <p class="lead">This server is open to everyone, without a key. So that it stays quick for everyone, it limits how much one request, and one client, may ask.
              Ordinary use never meets these limits: every documented operation, and the introspection of editors and code generators, stays well below.</p>
              <p>A request beyond a limit is refused before the database is asked. The error's code is <code>LIMIT_EXCEEDED</code>, its message says the
              number that the request comes to, its hint how to get below, and its extensions the same for programs:</p>
              <pre tabindex="0"><code>{{Text(ErrorExample(limits))}}</code></pre>
            </section>
            <section id="limits">
              <h2>Limits</h2>
              <p>Whoever runs the server can set the limits that have a variable, by that environment variable. The others are promises of the schema, or
              guard the server itself.</p>
              <div class="wide" tabindex="0">
              <table>
                <thead><tr><th scope="col">Limit</th><th scope="col">At most</th><th scope="col">What is counted</th><th scope="col">How to stay below</th><th scope="col">Variable</th></tr></thead>
                <tbody>
                  {{string.Join("\n          ", limits.Select(Row))}}
                </tbody>
              </table>
              </div>
              <p>Batches (an array of requests in one body) are not taken.</p>
            </section>
            <section id="cost">
              <h2>Cost</h2>
              <p>Before it runs, each operation has two numbers, worked out as the
              <a href="https://ibm.github.io/graphql-specs/cost-spec.html">GraphQL Cost Directives</a> specification says.</p>
              <ul>
                <li>The <strong>field cost</strong> is the work: each field adds its weight, with those of its arguments and of every condition in its filters,
                as often as the objects that it belongs to. At most {{Number(cost.MaxFieldCost)}}.</li>
                <li>The <strong>type cost</strong> is the size: the objects of the answer, when every page is full. At most {{Number(cost.MaxTypeCost)}}.</li>
              </ul>
              <p>A list counts as long as <code>first</code> or <code>last</code> says, and as a page of {{Number(Sql.Paging.DefaultSize)}} without. Lists inside
              lists multiply: thirty places with thirty activities each are nine hundred activities. Values count the same whether they stand in the document or in
              variables, what <code>@skip</code> and <code>@include</code> leave out costs nothing, and a field that is selected twice costs once. Of an interface or union
              the dearest type counts.</p>
              <p>To learn the cost of a request, send the header <code>GraphQL-Cost: report</code>, and it stands beside the answer; with
              <code>GraphQL-Cost: validate</code> it comes instead of the answer and nothing runs, however high it is.</p>
              <pre tabindex="0"><code>{{Text(ReportExample(cost))}}</code></pre>
            </section>
            {{TrafficHtml.Render(traffic, Text)}}
            <section id="weights">
              <h2>Weights</h2>
              <p>The weights stand in <a href="/graphql?sdl">the schema</a> as <code>@cost</code>, the sizes of lists as <code>@listSize</code>. Without a weight an
              object weighs 1 and a plain value nothing: finding one record by its key is the unit. A list at the root weighs {{Number(10)}} because it orders a whole table,
              one inside a record 2 because it orders a few rows. Counting a list visits all of it. A text is found by its start with an index and by its middle without. Spatial
              conditions compare shapes point by point; outlines are the largest values of all. Each use of <code>__schema</code> weighs
              {{Number(CostDirectives.SchemaWeight)}} and of <code>__type</code> {{Number(CostDirectives.TypeWeight)}}, whatever is selected in it.</p>
              <div class="wide" tabindex="0">
              <table>
                <thead><tr><th scope="col">Element</th><th scope="col">Weight</th><th scope="col">Kind</th><th scope="col">Of</th></tr></thead>
                <tbody>
                  {{string.Join("\n          ", weights.Select(Row))}}
                </tbody>
              </table>
              </div>
            </section>
          </main>
          <footer>
            <p>The data: CC BY 4.0. The software: EUPL-1.2.</p>
          </footer>
        </body>
        </html>

        """;

    static string ErrorExample(IReadOnlyList<PublishedLimit> limits)
    {
        var depth = limits.First(limit => limit.Name == LimitNames.Depth);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {"errors": [{
              "message": "The operation is {{depth.Value + 5}} levels deep, and the limit is {{depth.Value}}.",
              "extensions": {"code": "LIMIT_EXCEEDED", "hint": "…", "limit": "{{depth.Name}}", "value": {{depth.Value + 5}}, "maximum": {{depth.Value}}}
            }]}
            """);
    }

    static string ReportExample(CostLimits cost) => string.Create(CultureInfo.InvariantCulture, $$"""
        {
          "data": {…},
          "extensions": {
            "cost": {"fieldCost": 21, "typeCost": 12, "maximumFieldCost": {{cost.MaxFieldCost}}, "maximumTypeCost": {{cost.MaxTypeCost}} },
            "operationCost": {"fieldCost": 21, "typeCost": 12}
          }
        }
        """);

    static string Row(PublishedLimit limit) =>
        $"<tr id=\"{limit.Name}\"><th scope=\"row\"><code>{limit.Name}</code></th><td class=\"number\">{Number(limit.Value)}</td><td>{Text(limit.Counts)}</td>" +
        $"<td>{Text(limit.WayUnder)}</td><td>{(limit.CanBeSet ? $"<code>{LimitSettings.VariableOf(limit.Name)}</code>" : "fixed")}</td></tr>";

    static string Row(PublishedWeight weight) =>
        $"<tr><th scope=\"row\"><code>{Text(weight.Element)}</code></th><td class=\"number\">{Number(weight.Weight)}</td><td>{weight.Kind}</td>" +
        $"<td>{(weight.Places.Count <= NamedPlaces ? Text(string.Join(", ", weight.Places)) : $"{weight.Places.Count} types")}</td></tr>";

    static string Number(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    static string Text(string text) => Encoder.Encode(text);
}
