using System.Text;
using OpenSocialMap.Server.Hosting;

namespace OpenSocialMap.Server.Pages;

/// <summary>The front page: what this is, for whom, and one question that this server answers while you look.</summary>
public static class LandingPage
{
    const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapLandingPage(this IEndpointRouteBuilder routes) => routes.MapMethods("/", Reading.Methods, Write);

    static async Task Write(HttpContext context, PublicAddress address)
    {
        var request = context.Request;
        var texts = LandingTexts.In(ChosenLanguage(request));
        var page = LandingHtml.Render(texts, Neighbourhood.Choose(request.Query["area"]), address.Of(request));

        var response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.ContentLanguage = texts.Language;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept-Language";
        await response.WriteAsync(page, Encoding.UTF8, context.RequestAborted);
    }

    // The switch on the page first, then the browser's own order of languages, else Dutch: it is a page for Dordrecht.
    static string ChosenLanguage(HttpRequest request) =>
        LandingTexts.Languages.Contains(request.Query["lang"].ToString())
            ? request.Query["lang"].ToString()
            : request.GetTypedHeaders().AcceptLanguage
                .OrderByDescending(accepted => accepted.Quality ?? 1)
                .Select(accepted => accepted.Value.ToString().Split('-')[0].ToLowerInvariant())
                .FirstOrDefault(LandingTexts.Languages.Contains) ?? "nl";
}
