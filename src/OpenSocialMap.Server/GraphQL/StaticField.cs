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
    /// <summary>Yields the field's JSON for each request, or is null when the field needs the database.</summary>
    public static Func<CoercedVariables, byte[]>? Answer(Schema schema, OperationPlan plan, PlannedField field) => field.Name switch
    {
        "__typename" => Always(Encoding.UTF8.GetBytes($"\"{plan.Root.Name}\"")),
        "__schema" => Always(Introspect(schema, plan, field, CoercedVariables.None)),
        "__type" => variables => Introspect(schema, plan, field, variables),
        _ => null,
    };

    private static Func<CoercedVariables, byte[]> Always(byte[] json) => _ => json;

    private static byte[] Introspect(Schema schema, OperationPlan plan, PlannedField field, CoercedVariables variables)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            IntrospectionExecutor.Write(json, schema, plan.Collector.Introspection(field, variables));
        return buffer.WrittenSpan.ToArray();
    }
}
