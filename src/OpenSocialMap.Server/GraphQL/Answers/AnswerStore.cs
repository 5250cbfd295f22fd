using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpenSocialMap.Data;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Sql;

namespace OpenSocialMap.Server.GraphQL.Answers;

/// <summary>Answers over HTTP with what HTTP offers to ask twice and make once: entity tags, compressed forms, and answers kept in memory.</summary>
internal sealed class AnswerStore
{
    public const string Hit = "cache;desc=hit";
    private const string Stale = "cache;desc=stale";

    private readonly AnswerCache _answers;
    private readonly byte[] _build;
    private readonly string _ofGet;

    public AnswerStore(ServerSettings settings, SocialMapDatabase database, Contract contract)
    {
        _answers = new AnswerCache(settings.CacheMegabytes * 1024L * 1024, database.Signals.Version);
        Keeps = settings.CacheMegabytes > 0;
        _build = Build(contract);
        _ofGet = string.Create(CultureInfo.InvariantCulture, $"public, max-age=0, s-maxage={settings.SharedCacheSeconds}, must-revalidate");
    }

    /// <summary>Whether answers stay in memory after they were sent.</summary>
    public bool Keeps { get; }

    /// <param name="address">The address by which the client knows this server.</param>
    public RequestDigest Digest(string address, MediaType media, CostWish wish, RequestMessage message) =>
        RequestDigest.Of(_build, (byte)((byte)wish << 2 | (message.IsBody ? 2 : 0) | (media.UsesStatus ? 1 : 0)), address, message.Bytes.Span);

    /// <summary>Of something other than a GraphQL answer.</summary>
    public RequestDigest Digest(string address, string what) => RequestDigest.Of(_build, byte.MaxValue, address, Encoding.UTF8.GetBytes(what));

    /// <summary>The entity tag of what would be answered now, when the client has that; else null.</summary>
    public string? Confirmed(HttpContext http, RequestDigest digest) => _answers.Confirms(http.Request.Headers.IfNoneMatch, digest);

    /// <summary>Answers without asking the database, when the client has the answer or the memory does. Says whether it could, and what was asked as far as it knows.</summary>
    public async ValueTask<(bool Written, OperationLabel? Operation)> WriteKept(HttpContext http, MediaType media, RequestDigest digest)
    {
        if (Confirmed(http, digest) is { } entityTag)
        {
            ResponseWriter.WriteNotModified(http, entityTag, CacheControl(http), Hit);
            return (true, null);
        }
        if (!Keeps || _answers.Find(digest) is not { } answer)
            return (false, null);
        await ResponseWriter.Write(http, media, answer, CacheControl(http), Hit);
        return (true, answer.Operation);
    }

    public async Task Write(HttpContext http, MediaType media, RequestDigest digest, Statement statement, StatementResult result, Price price, string serverTiming)
    {
        var answer = new Answer(statement, result, price.Extension, digest.EntityTag(result.Version));
        if (Keeps)
            _answers.Keep(digest, answer);
        await ResponseWriter.Write(http, media, answer, CacheControl(http), serverTiming);
        result.Release();
    }

    /// <summary>Answers with what may be old, and says so, for the time that the database is away. Says whether it could.</summary>
    public async ValueTask<bool> WriteStale(HttpContext http, MediaType media, RequestDigest digest)
    {
        if (!Keeps || _answers.FindStale(digest) is not { } answer)
            return false;
        ResponseWriter.MarkStale(http, answer);
        await ResponseWriter.Write(http, media, answer, ResponseWriter.Revalidate, Stale);
        return true;
    }

    // What is asked by GET has an address of its own, so a cache before this server can carry a rush for it.
    private string CacheControl(HttpContext http) => http.Request.IsReading() ? _ofGet : ResponseWriter.Revalidate;

    /// <summary>The same code and schema give the same answer to the same request; other code may not.</summary>
    private static byte[] Build(Contract contract) => SHA256.HashData(
    [
        .. typeof(AnswerStore).Module.ModuleVersionId.ToByteArray(),
        .. typeof(Schema).Module.ModuleVersionId.ToByteArray(),
        .. contract.Sdl,
    ]);
}
