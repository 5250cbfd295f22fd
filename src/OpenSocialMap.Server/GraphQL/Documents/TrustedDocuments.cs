using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.Server.Hosting;

namespace OpenSocialMap.Server.GraphQL.Documents;

/// <summary>
/// The trusted documents: those of <c>schema/operations</c>, and those that the server's keepers add, as a folder of <c>.graphql</c> files or
/// as the manifest (JSON) that Apollo's, Relay's and The Guild's tools write. Read once, at start.
/// </summary>
public sealed class TrustedDocuments
{
    private readonly FrozenDictionary<string, TrustedDocument> _byId;
    private readonly FrozenSet<string> _texts;

    private TrustedDocuments(List<TrustedDocument> documents)
    {
        All = documents;
        _byId = documents.SelectMany(document => new[] { (Key: document.Id, document), (Key: document.Name, document) })
            .GroupBy(entry => entry.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(same => same.Key, same => same.First().document, StringComparer.Ordinal);
        _texts = documents.Select(document => document.Text).ToFrozenSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<TrustedDocument> All { get; }

    /// <param name="more">A folder or a manifest besides the server's own documents; null adds nothing.</param>
    /// <exception cref="StartupException">One of them can't be read; the message says which and why.</exception>
    public static TrustedDocuments Load(string? more) => new(
    [
        .. OfFolder(Path.Combine(SchemaFiles.Folder, "operations")),
        .. more is null ? [] : Directory.Exists(more) ? OfFolder(more) : OfManifest(more),
    ]);

    /// <summary>The document of this id (with or without <c>sha256:</c> before it) or operation name.</summary>
    public TrustedDocument? Find(string id) => _byId.GetValueOrDefault(id.StartsWith("sha256:", StringComparison.Ordinal) ? id[7..] : id);

    public bool Holds(string text) => _texts.Contains(text);

    private static IEnumerable<TrustedDocument> OfFolder(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.graphql").Order(StringComparer.Ordinal)
        let bytes = File.ReadAllBytes(file)
        select Read(Convert.ToHexStringLower(SHA256.HashData(bytes)), Encoding.UTF8.GetString(bytes), file);

    private static List<TrustedDocument> OfManifest(string file)
    {
        try
        {
            var root = JsonElement.Parse(File.ReadAllBytes(file));
            var entries = root.TryGetProperty("operations", out var operations)
                ? operations.EnumerateArray().Select(operation => (Id: operation.GetProperty("id").GetString()!, Text: operation.GetProperty("body").GetString()!))
                : root.EnumerateObject().Select(entry => (Id: entry.Name, Text: entry.Value.GetString()!));
            return [.. entries.Select(entry => Read(entry.Id, entry.Text, file))];
        }
        catch (Exception problem) when (problem is IOException or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new StartupException($"The trusted documents in {file} can't be read: {problem.Message}");
        }
    }

    private static TrustedDocument Read(string id, string text, string file)
    {
        try
        {
            var operations = Parser.Parse(new Source(text)).Definitions.OfType<OperationDefinition>().ToList();
            return operations is [{ Name: { } name } operation]
                ? new TrustedDocument(id, name.Value, operation.Kind.ToString().ToLowerInvariant(), text)
                : throw new StartupException($"The trusted document {id} in {file} must hold one operation, with a name.");
        }
        catch (GraphQLException problem)
        {
            throw new StartupException($"The trusted document {id} in {file} is not GraphQL: {problem.Message}");
        }
    }
}
