using Microsoft.AspNetCore.Http.HttpResults;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Sql;

namespace OpenSocialMap.Server.Representations;

/// <summary>What a page, a feed or a file answers when it can't be given: a problem document with the words and the code that GraphQL has for it.</summary>
internal sealed class Refusals : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (GraphQLException failure) when (!context.HttpContext.Response.HasStarted)
        {
            return Problem(context.HttpContext, failure.Errors[0]);
        }
        catch (DatabaseAwayException failure) when (!context.HttpContext.Response.HasStarted)
        {
            return Problem(context.HttpContext, failure.Error);
        }
        catch (RequestRefusedException failure)
        {
            return Problem(context.HttpContext, failure.Error, failure.Status);
        }
    }

    private static ProblemHttpResult Problem(HttpContext http, GraphQLError error, int? status = null)
    {
        // What was said of an answer that isn't given.
        http.Response.Headers.ETag = default;
        http.Response.Headers.CacheControl = "no-store";
        if (StatusOf(error) is 429 or 503 && http.Response.Headers.RetryAfter.Count == 0)
            http.Response.Headers.RetryAfter = "2";
        return TypedResults.Problem(
            error.Hint is { } hint ? $"{error.Message} {hint}" : error.Message,
            statusCode: status ?? StatusOf(error),
            extensions: [KeyValuePair.Create<string, object?>("code", error.Code)]);
    }

    private static int StatusOf(GraphQLError error) => error.Code == ErrorCodes.NotFound ? 404 : MediaType.GraphQL.StatusOf(error);
}
