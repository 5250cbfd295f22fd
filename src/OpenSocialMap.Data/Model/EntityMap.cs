using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OpenSocialMap.Data.Model;

/// <summary>
/// Where each property of each entity is in the database. Building EF Core's model takes longer than all the rest of a start, and answering
/// needs no more of it than this, so it is kept as a file (<c>entities.json</c>); a test holds that against the model and writes it anew.
/// </summary>
public sealed partial record EntityMap(Dictionary<string, MappedEntity> Entities)
{
    public MappedEntity? Find(string name) => Entities.GetValueOrDefault(name);

    public static EntityMap Read() => new(JsonSerializer.Deserialize(EmbeddedSql.Read("entities.json"), Json.Default.DictionaryStringMappedEntity)!);

    public static EntityMap Of(IModel model) => new(model.GetEntityTypes().SelectMany(WithParts)
        .GroupBy(type => type.ClrType.Name)
        .OrderBy(same => same.Key, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => MappedEntity.Of(same.First())));

    private static IEnumerable<ITypeBase> WithParts(IEntityType entity) => [entity, .. entity.GetComplexProperties().Select(part => part.ComplexType)];

    /// <summary>The text of the file.</summary>
    public string Text() => JsonSerializer.Serialize(Entities, Json.Readable.DictionaryStringMappedEntity) + "\n";

    [JsonSerializable(typeof(Dictionary<string, MappedEntity>))]
    private sealed partial class Json : JsonSerializerContext
    {
        public static readonly Json Readable = new(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
