using System.Text;

namespace OpenSocialMap.Server.Ide;

/// <summary>The page on which a visitor tries queries in the browser: GraphiQL, served whole by this server, with our examples beside it.</summary>
public static class GraphiQLPage
{
    // GraphiQL carries its fonts and some pictures inside its style sheet.
    const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src data:; connect-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static readonly byte[] Page = Encoding.UTF8.GetBytes(
        """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>OpenSocialMap: try a query</title>
          <meta name="description" content="Query the social map of Dordrecht in the browser, with examples.">
          <link rel="icon" href="/logo.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/graphiql/graphiql.min.css?v=3.9.0">
          <link rel="stylesheet" href="/ide.css">
          <script defer src="/graphiql/react.production.min.js?v=18.3.1"></script>
          <script defer src="/graphiql/react-dom.production.min.js?v=18.3.1"></script>
          <script defer src="/graphiql/graphiql.min.js?v=3.9.0"></script>
          <script defer src="/ask.js"></script>
          <script defer src="/ide.js"></script>
        </head>
        <body>
          <main>
            <h1 class="unseen">OpenSocialMap: try a query</h1>
            <div id="ide">
              <noscript>
                <p class="notice">This editor needs JavaScript. Without it you can still <a href="/graphql?sdl">read the schema</a>
                and send queries with any HTTP client: <a href="/">see an example</a>.</p>
              </noscript>
            </div>
          </main>
        </body>
        </html>

        """);

    public static async Task Write(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept";
        await response.Body.WriteAsync(Page, context.RequestAborted);
    }
}
