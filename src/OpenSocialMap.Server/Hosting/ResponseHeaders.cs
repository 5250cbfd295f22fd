namespace OpenSocialMap.Server.Hosting;

/// <summary>The headers that every answer carries: what a browser may do with it, which for data is nothing but read it.</summary>
public static class ResponseHeaders
{
    const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    public static void UseResponseHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        Write(context.Response.Headers);
        return next(context);
    });

    public static void Write(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = DataPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers["Timing-Allow-Origin"] = "*";
    }
}
