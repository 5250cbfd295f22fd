using System.Globalization;
using OpenSocialMap.Server.Limits;

namespace OpenSocialMap.Server.Pages;

/// <summary>The part of the page on limits that tells how clients share the server.</summary>
public static class TrafficHtml
{
    public static string Render(PublishedTraffic traffic, Func<string, string> text) => $$"""
        <section id="traffic">
              <h2>Traffic</h2>
              <p>Each client has points to spend. A request is one point, one more for each kilobyte of it, and its operation as many as its <a href="#cost">field cost</a>; what is
              refused before it runs costs as much as it is long, and what comes from a cache one point. Points come back steadily: a client that asked nothing for a minute has them all.</p>
              <p>Without a key a client is the address that it comes from; of IPv6 addresses the first half (/64) counts. Whoever needs more asks this server's
              keeper for a key and sends it in the header <code>X-Api-Key</code>. Programs on the server's own machine have no such limit.</p>
              {{Table("Points", traffic.Rates, text)}}
              <p>Each answer says in the header <code>RateLimit-Policy</code> how many points there are (<code>q</code>) and in how many seconds (<code>w</code>), and in
              <code>RateLimit</code> how many are left (<code>r</code>) and after how many seconds all are back (<code>t</code>). A refusal, with the status 429 and the code
              <code>RATE_LIMITED</code>, says in <code>Retry-After</code> how many seconds to wait.</p>
              <pre tabindex="0"><code>{{text(Headers(traffic.Rates[0]))}}</code></pre>
              <p>Operations that meet a busy database wait, the first comer first, and no client can take all the places. When the queue is full, or the wait too long, the code
              is <code>OVERLOADED</code> and the status 503: try again in a few seconds.</p>
              {{Table("Queues and time", traffic.Queues, text)}}
            </section>
            <section id="streams">
              <h2>Streams</h2>
              <p>Subscriptions, and queries with <code>@live</code>, are answered at <code>/graphql</code> too: over a WebSocket with the subprotocol
              <code>graphql-transport-ws</code>, or as an event stream for who sends <code>Accept: text/event-stream</code>. To open one costs points like a request; what it
              tells later costs none. A stream that is cut, or ends because the server stops, ends without <code>complete</code> (a WebSocket with 1001 or 1013):
              connect again, and ask anew for what you show, for nothing is replayed.</p>
              {{Table("Streams", traffic.Streams, text)}}
            </section>
            <section id="documents">
              <h2>Named documents</h2>
              <p>A document need not be sent with each request. The <a href="/graphql/persisted-query-manifest.json">trusted documents</a> of this server are asked for by
              the id or name that the list gives them, as <code>documentId</code> in the body or the address. Any other document can be named by its SHA-256 once it has been
              sent with it (automatic persisted queries, <code>extensions.persistedQuery</code>). Short requests by GET are those that caches can answer.</p>
              <p>The keeper can add trusted documents (<code>OPENSOCIALMAP_TRUSTED_DOCUMENTS</code>), and have the server run no others
              (<code>OPENSOCIALMAP_DOCUMENTS=trusted</code>).</p>
            </section>
            <section id="caching">
              <h2>Caching</h2>
              <p>Each answer has an <code>ETag</code>. Send it back as <code>If-None-Match</code>, and when the answer is still the same you get the status 304 and no body.
              <code>Cache-Control</code> has browsers ask each time, and lets a shared cache answer a GET for a short while.</p>
              {{Table("Caching", traffic.Caches, text)}}
            </section>
        """;

    private static string Table(string name, IReadOnlyList<PublishedSetting> settings, Func<string, string> text) => $"""
        <div class="wide" tabindex="0">
              <table aria-label="{text(name)}">
                <thead><tr><th scope="col">Number</th><th scope="col">Unit</th><th scope="col">What it is</th><th scope="col">Variable</th></tr></thead>
                <tbody>
                  {string.Join("\n          ", settings.Select(setting => Row(setting, text)))}
                </tbody>
              </table>
              </div>
        """;

    private static string Row(PublishedSetting setting, Func<string, string> text) =>
        $"<tr><td class=\"number\">{Number(setting)}</td><td>{text(setting.Unit)}</td><td>{text(setting.Means)}</td>" +
        $"<td>{(setting.Variable is null ? "fixed" : $"<code>{setting.Variable}</code>")}</td></tr>";

    private static string Number(PublishedSetting setting) =>
        setting is { ZeroIsNone: true, Value: 0 } ? "no limit" : setting.Value.ToString("#,0.##", CultureInfo.InvariantCulture);

    private static string Headers(PublishedSetting rate) => string.Create(CultureInfo.InvariantCulture, $"""
        RateLimit-Policy: "anonymous";q={rate.Value};w=60
        RateLimit: "anonymous";r={rate.Value * 0.9:0};t=6
        """);
}
