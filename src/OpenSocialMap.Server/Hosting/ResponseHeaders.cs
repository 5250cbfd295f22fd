namespace OpenSocialMap.Server.Hosting;

/// <summary>The headers that every answer carries: what a browser may do with it, which for data is nothing but read it.</summary>
public static class ResponseHeaders
{
    const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>For our own pages: scripts, styles, pictures and requests from this server alone, nothing inline, no third host.</summary>
    public const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; " +
        "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void UseResponseHeaders(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = DataPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers["Timing-Allow-Origin"] = "*";
        await next(context);
    });
}
