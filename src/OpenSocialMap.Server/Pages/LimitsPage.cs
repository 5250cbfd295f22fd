using System.Text;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Limits;

namespace OpenSocialMap.Server.Pages;

/// <summary>The page that tells how much a request and a client may ask, and what it costs.</summary>
public static class LimitsPage
{
    const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The page never changes while the server runs, so it is made once, for the first reader.</summary>
    public static void MapLimitsPage(this IEndpointRouteBuilder routes)
    {
        var settings = routes.ServiceProvider.GetRequiredService<ServerSettings>();
        var schema = routes.ServiceProvider.GetRequiredService<Schema>();
        var page = new Lazy<byte[]>(() => Encoding.UTF8.GetBytes(LimitsHtml.Render(
            PublishedLimits.Of(settings.Limits), PublishedWeight.Of(schema), settings.Limits.Cost, PublishedTraffic.Of(settings))));
        routes.MapMethods("/limits", Reading.Methods, http => Write(http, page.Value));
    }

    static async Task Write(HttpContext http, byte[] page)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.ContentLanguage = "en";
        http.Response.Headers.CacheControl = "no-cache";
        await http.Response.Body.WriteAsync(page, http.RequestAborted);
    }
}
