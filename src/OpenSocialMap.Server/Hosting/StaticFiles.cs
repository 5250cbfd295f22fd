using Microsoft.AspNetCore.StaticFiles;

namespace OpenSocialMap.Server.Hosting;

/// <summary>The files in <c>wwwroot</c>: always UTF-8; kept by browsers for a year when their address carries a version, else asked for anew.</summary>
public static class StaticFiles
{
    public static void UseSocialMapFiles(this IApplicationBuilder app)
    {
        var types = new FileExtensionContentTypeProvider(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [".js"] = "text/javascript; charset=utf-8",
            [".css"] = "text/css; charset=utf-8",
            [".svg"] = "image/svg+xml; charset=utf-8",
            [".txt"] = "text/plain; charset=utf-8",
            [".md"] = "text/plain; charset=utf-8",
        });
        app.Use((http, next) =>
        {
            CompareWeakly(http.Request.Headers);
            return next(http);
        });
        app.UseStaticFiles(new StaticFileOptions { ContentTypeProvider = types, OnPrepareResponse = SetHeaders });
    }

    // ASP.NET Core compares as if the tags were strong, and would know ours no more. https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
    static void CompareWeakly(IHeaderDictionary headers)
    {
        if (headers.IfNoneMatch.Count > 0)
            headers.IfNoneMatch = headers.IfNoneMatch.ToString().Replace("W/\"", "\"", StringComparison.Ordinal);
    }

    static void SetHeaders(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        // The same file leaves in several content codings, and half of one can't be continued with another.
        if (headers.ETag.Count > 0)
            headers.ETag = $"W/{headers.ETag}";
        headers.Vary = "Accept-Encoding";
        headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
        if (file.File.Name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
        {
            // A picture brings its own style sheet, for dark screens.
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        }
    }
}
