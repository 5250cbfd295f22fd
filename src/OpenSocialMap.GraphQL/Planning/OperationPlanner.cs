using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Planning;

/// <summary>What one operation asks for, with variables of one shape. Immutable; a server compiles it once and runs it many times.</summary>
/// <param name="Fields">The fields of the root, in response order.</param>
/// <param name="Collector">Yields the fields below, type by type.</param>
public sealed record OperationPlan(ObjectType Root, IReadOnlyList<PlannedField> Fields, FieldCollector Collector);

/// <summary>Chooses the operation of a validated document and plans it.</summary>
public static class OperationPlanner
{
    /// <summary>The operation of this name, or the only one. https://spec.graphql.org/September2025/#GetOperation()</summary>
    public static OperationDefinition Choose(Document document, string? name)
    {
        OperationDefinition[] operations = [.. document.Definitions.OfType<OperationDefinition>()];
        if (name is null)
        {
            return operations.Length == 1 ? operations[0] : throw new GraphQLException(new GraphQLError(
                operations.Length == 0
                    ? "The document has no operation. Add one, such as \"{ __typename }\"."
                    : "The document has several operations: give \"operationName\" to say which one to run.", ErrorCodes.Operation));
        }
        return operations.FirstOrDefault(o => o.Name?.Value == name) ?? throw new GraphQLException(new GraphQLError(
            $"The document has no operation named \"{name}\".", ErrorCodes.Operation));
    }

    public static OperationPlan Plan(Schema schema, Document document, OperationDefinition operation, CoercedVariables variables)
    {
        var root = schema.Root(operation.Kind)!;
        var collector = new FieldCollector(schema, document, variables);
        return new OperationPlan(root, collector.Collect(root, [operation.Selections], []), collector);
    }
}
