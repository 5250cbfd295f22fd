using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenSocialMap.Server.GraphQL.Documents;

/// <summary>The list of trusted documents in the form that Apollo's tools read and write.</summary>
internal static class PersistedQueryManifest
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(TrustedDocuments documents) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            format = "apollo-persisted-query-manifest",
            version = 1,
            operations = documents.All.Select(document => new { id = document.Id, name = document.Name, type = document.Kind, body = document.Text }),
        },
        Readable);
}
