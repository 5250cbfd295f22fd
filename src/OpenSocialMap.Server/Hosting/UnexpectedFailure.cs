using Microsoft.AspNetCore.Diagnostics;
using OpenSocialMap.Server.GraphQL;

namespace OpenSocialMap.Server.Hosting;

/// <summary>What a page or a record answers when its code failed: a trace id and nothing of the house; the log gets the rest, once.</summary>
internal sealed class UnexpectedFailure(ILogger<UnexpectedFailure> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception failure, CancellationToken cancel)
    {
        var error = ServerFault.Explain(failure, log, http.TraceIdentifier)[0];
        // What had been set before the failure was put away, and with it what every answer carries.
        ResponseHeaders.Write(http.Response.Headers);
        http.Response.Headers.CacheControl = "no-store";
        await TypedResults.Problem(error.Message, statusCode: StatusCodes.Status500InternalServerError).ExecuteAsync(http);
        return true;
    }
}
