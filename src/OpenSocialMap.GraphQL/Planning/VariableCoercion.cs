using System.Text;
using System.Text.Json;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Planning;

/// <summary>
/// Checks the variables of a request against the definitions of its operation and turns them into plain CLR values.
/// https://spec.graphql.org/September2025/#sec-Coercing-Variable-Values
/// </summary>
public static class VariableCoercion
{
    private const int LongestKept = 4096;

    // Coercion never waits, so one builder for each thread is enough.
    [ThreadStatic]
    private static StringBuilder? _shape;

    /// <param name="schema">The schema against which the document is valid.</param>
    /// <param name="document">The valid document that holds the operation; errors tell where in it.</param>
    /// <param name="operation">The operation to run.</param>
    /// <param name="variables">The JSON object of the request; undefined or null when it has none. Unknown names are ignored.</param>
    /// <param name="limits">How large the variables may be.</param>
    /// <exception cref="GraphQLException">Some variable is missing or has the wrong shape, or they are too large; holds an error for each fault.</exception>
    public static CoercedVariables Coerce(Schema schema, Document document, OperationDefinition operation, JsonElement variables, VariableLimits limits)
    {
        if (variables.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.Object))
        {
            throw new GraphQLException(new GraphQLError(
                "Variables must be a JSON object in which each property is the value of a variable. Perhaps it was encoded as a string?",
                ErrorCodes.Variables));
        }
        if (variables.ValueKind == JsonValueKind.Object && variables.GetPropertyCount() is var count && count > limits.MaxVariables)
        {
            throw new GraphQLException(new ExceededLimit(LimitNames.Variables, count, limits.MaxVariables).Error(
                $"The request gives {count} variables, and the limit is {limits.MaxVariables}.",
                "Leave out what the operation doesn't use, and put what belongs together into one variable of an input type."));
        }
        return operation.Variables.Count == 0
            ? CoercedVariables.None
            : Coerce(schema, operation, new InputReader(document.Source, limits), Properties(variables));
    }

    private static CoercedVariables Coerce(
        Schema schema, OperationDefinition operation, InputReader reader, Dictionary<string, JsonElement> given)
    {
        var provided = new List<KeyValuePair<string, object?>>(operation.Variables.Count);
        var shape = (_shape ??= new StringBuilder()).Clear();
        foreach (var definition in operation.Variables)
        {
            var name = definition.Variable.Name.Value;
            var type = schema.Resolve(definition.Type) ?? throw new ArgumentException($"The type of ${name} is unknown: validate first.");
            if (reader.TryRead(definition, type, given.GetValueOrDefault(name), out var value))
            {
                provided.Add(new(name, value));
                VariableShape.Write(shape, type, value);
            }
            else
            {
                VariableShape.WriteAbsent(shape);
            }
        }
        reader.ThrowIfAnyErrors();
        if (shape.Capacity > LongestKept) _shape = null;
        return new CoercedVariables(provided, shape.ToString());
    }

    private static Dictionary<string, JsonElement> Properties(JsonElement variables)
    {
        var byName = new Dictionary<string, JsonElement>();
        if (variables.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in variables.EnumerateObject())
            {
                // As everywhere in JSON, the last of two properties with one name counts.
                byName[QuotedJson.NameOf(property)] = property.Value;
            }
        }
        return byName;
    }
}
