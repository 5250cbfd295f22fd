using System.Diagnostics;

namespace OpenSocialMap.Server.Telemetry;

/// <summary>Describes the span that ASP.NET Core makes for each request when spans are collected. https://opentelemetry.io/docs/specs/semconv/http/http-spans/</summary>
internal static class HttpSpans
{
    public static void UseHttpSpans(this IApplicationBuilder app) => app.Use((http, next) =>
        Activity.Current is { Kind: ActivityKind.Server, IsAllDataRequested: true } span ? Describe(http, next, span) : next(http));

    // Not the query string, which may hold values, nor the address of who asks.
    private static async Task Describe(HttpContext http, RequestDelegate next, Activity span)
    {
        span.DisplayName = http.Request.Method;
        span.SetTag("http.request.method", http.Request.Method)
            .SetTag("url.scheme", http.Request.Scheme)
            .SetTag("url.path", http.Request.Path.Value)
            .SetTag("network.protocol.version", http.Request.Protocol["HTTP/".Length..]);
        await next(http);
        if (http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
        {
            span.DisplayName = $"{http.Request.Method} {route}";
            span.SetTag("http.route", route);
        }
        span.SetTag("http.response.status_code", http.Response.StatusCode);
        if (http.Response.StatusCode >= 500)
            span.SetStatus(ActivityStatusCode.Error).SetTag("error.type", http.Response.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
