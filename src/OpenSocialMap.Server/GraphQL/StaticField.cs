using System.Buffers;
using System.Text;
using System.Text.Json;
using OpenSocialMap.GraphQL.Introspection;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>Fields of the root that the schema itself answers; they never touch the database.</summary>
internal static class StaticField
{
    /// <summary>The field's JSON, or null when it needs the database.</summary>
    public static byte[]? Answer(Schema schema, OperationPlan plan, PlannedField field) => field.Name switch
    {
        "__typename" => Encoding.UTF8.GetBytes($"\"{plan.Root.Name}\""),
        "__schema" or "__type" => Introspect(schema, plan, field),
        _ => null,
    };

    private static byte[] Introspect(Schema schema, OperationPlan plan, PlannedField field)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            IntrospectionExecutor.Write(json, schema, plan.Collector.Introspection(field));
        return buffer.WrittenSpan.ToArray();
    }
}
