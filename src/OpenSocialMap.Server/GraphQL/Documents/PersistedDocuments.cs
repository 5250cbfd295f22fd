using System.Security.Cryptography;
using System.Text;
using OpenSocialMap.GraphQL;

namespace OpenSocialMap.Server.GraphQL.Documents;

/// <summary>
/// Finds the text of the document that a request sends or names: a trusted one by its id, or one that some client sent before with its
/// hash (automatic persisted queries). A server may be set to run trusted documents only.
/// </summary>
public sealed class PersistedDocuments(TrustedDocuments trusted, bool trustedOnly)
{
    private const long CapacityInCharacters = 4 * 1024 * 1024;
    private const int Overhead = 256;
    private readonly RecentCache<string, string> _registered = new(CapacityInCharacters, (_, text) => text.Length + Overhead);

    /// <exception cref="GraphQLException">The document isn't known here, isn't what its hash says, or may not be run.</exception>
    public string Text(GraphQLRequest request)
    {
        if (request.DocumentId is { } id)
            return trusted.Find(id)?.Text ?? _registered.Find(Hexadecimal(id)) ?? throw Error(ErrorCodes.DocumentNotFound, $"There is no document with the id \"{Shown(id)}\".",
                "The trusted documents are listed at /graphql/persisted-query-manifest.json.");
        if (request.Hash is { } hash)
            return request.Query is { } text ? Register(Hexadecimal(hash), text) : Registered(Hexadecimal(hash));
        return Allowed(request.Query!);
    }

    private string Registered(string hash) =>
        trusted.Find(hash)?.Text ?? _registered.Find(hash) ?? throw (trustedOnly
            ? Error(ErrorCodes.PersistedQueryNotSupported, "PersistedQueryNotSupported", "This server runs trusted documents only.")
            : Error(ErrorCodes.PersistedQueryNotFound, "PersistedQueryNotFound", "Send the document's text once, with its hash."));

    private string Register(string hash, string text)
    {
        if (hash != Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))))
            throw Error(ErrorCodes.Request, "provided sha does not match query", "\"sha256Hash\" is the SHA-256 of the UTF-8 text of \"query\", in hexadecimal.");
        var allowed = Allowed(text);
        _registered.Set(hash, allowed);
        return allowed;
    }

    private string Allowed(string text) => !trustedOnly || trusted.Holds(text)
        ? text
        : throw Error(ErrorCodes.DocumentNotTrusted, "This server runs trusted documents only, and this is none of them.",
            "Ask for one by its \"documentId\"; they are listed at /graphql/persisted-query-manifest.json.");

    private static string Hexadecimal(string id) => (id.StartsWith("sha256:", StringComparison.Ordinal) ? id[7..] : id).ToLowerInvariant();

    private static string Shown(string id) => id.Length <= 80 ? id : $"{id[..80]}...";

    private static GraphQLException Error(string code, string message, string hint) => new(new GraphQLError(message, code) { Hint = hint });
}
