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
        app.UseStaticFiles(new StaticFileOptions { ContentTypeProvider = types, OnPrepareResponse = SetHeaders });
    }

    static void SetHeaders(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
        if (file.File.Name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
        {
            // A picture brings its own style sheet, for dark screens.
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        }
    }
}
