using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.GraphQL.Answers;
using OpenSocialMap.Server.Hosting;

namespace OpenSocialMap.Server.Representations;

/// <summary>The entity tags of pages, feeds and files: like those of GraphQL's answers they name the request and the version of the data, so who has it isn't sent it again.</summary>
internal sealed class Validators(AnswerStore answers, PublicAddress address)
{
    /// <summary>Answers 304 when the client has what it would get, without asking the database.</summary>
    public bool WriteNotModified(HttpContext http, string contentType)
    {
        if (answers.Confirmed(http, Digest(http, contentType)) is not { } entityTag)
            return false;
        WriteNotModified(http.Response, entityTag);
        return true;
    }

    /// <summary>Says what follows: its type, and of which data it was made.</summary>
    public void Begin(HttpContext http, string contentType, long version) => Begin(http.Response, contentType, Digest(http, contentType).EntityTag(version));

    /// <summary>The same for an answer that never changes as long as it is made of this, whatever becomes of other data.</summary>
    public bool WriteNotModified(HttpContext http, string contentType, string madeOf)
    {
        var entityTag = EntityTag(http, contentType, madeOf);
        if (!AnswerCache.Matches(http.Request.Headers.IfNoneMatch, entityTag))
            return false;
        WriteNotModified(http.Response, entityTag);
        return true;
    }

    public void Begin(HttpContext http, string contentType, string madeOf) => Begin(http.Response, contentType, EntityTag(http, contentType, madeOf));

    private static void Begin(HttpResponse response, string contentType, string entityTag)
    {
        response.ContentType = contentType;
        response.Headers.ETag = entityTag;
        response.Headers.CacheControl = ResponseWriter.Revalidate;
    }

    private static void WriteNotModified(HttpResponse response, string entityTag)
    {
        response.StatusCode = 304;
        response.Headers.ETag = entityTag;
        response.Headers.CacheControl = ResponseWriter.Revalidate;
        // What compresses the answer itself would have said so.
        response.Headers.Append("Vary", "Accept-Encoding");
        response.Headers["Server-Timing"] = AnswerStore.Hit;
    }

    private string EntityTag(HttpContext http, string contentType, string madeOf) => Digest(http, $"{contentType}\n{madeOf}").EntityTag(0);

    private RequestDigest Digest(HttpContext http, string contentType) =>
        answers.Digest(address.Of(http.Request), $"{contentType}\n{http.Request.Path}{http.Request.QueryString}");
}
