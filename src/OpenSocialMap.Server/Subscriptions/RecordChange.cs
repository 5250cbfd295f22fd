using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>What a transaction changed, as the database tells it (migrations 0015 and 0019).</summary>
/// <param name="Version">The data's version with these changes in it.</param>
/// <param name="Changes">The changes; null when so much changed at once that they aren't told one by one.</param>
internal sealed record ToldChanges(long Version, IReadOnlyList<RecordChange>? Changes)
{
    /// <summary>Anybody in the database may say anything on a channel; what can't be read is something that was missed.</summary>
    public static ToldChanges Parse(string payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, ToldJson.Default.ToldChanges) ?? new ToldChanges(Version: 0, Changes: null);
        }
        catch (JsonException)
        {
            return new ToldChanges(Version: 0, Changes: null);
        }
    }
}

/// <summary>One record that changed.</summary>
/// <param name="Before">Where it was; null when it was not published.</param>
/// <param name="After">Where it is; null when it is not published.</param>
internal sealed record RecordChange(string Kind, int Key, string Id, RecordLinks? Before, RecordLinks? After);

/// <summary>The keys of what a published record belongs to.</summary>
internal sealed record RecordLinks(int[] Areas, int? Place, int[] Partners);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ToldChanges))]
internal sealed partial class ToldJson : JsonSerializerContext;
