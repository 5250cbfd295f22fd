using System.Runtime.CompilerServices;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>A validated document with the statements that its operations were compiled to, one for each shape of the variables.</summary>
public sealed class PreparedDocument(SchemaCatalog catalog, Document? document, IReadOnlyList<GraphQLError> errors)
{
    private const int MaxStatements = 64;
    private readonly RecentCache<Key, Statement> _statements = new(MaxStatements, (_, _) => 1);
    private readonly OperationDefinition? _only = document?.Definitions.OfType<OperationDefinition>().ToArray() is [var only] ? only : null;

    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <summary>How long its text is.</summary>
    public int Length => document?.Source.Body.Length ?? 0;

    public OperationDefinition Choose(string? operationName) =>
        _only is not null && (operationName is null || operationName == _only.Name?.Value) ? _only : OperationPlanner.Choose(document!, operationName);

    public CoercedVariables Coerce(OperationDefinition operation, System.Text.Json.JsonElement variables) =>
        VariableCoercion.Coerce(catalog.Schema, document!, operation, variables);

    /// <summary>The statement for variables of this shape, planned and compiled when it is the first of them.</summary>
    public Statement Statement(OperationDefinition operation, CoercedVariables variables) =>
        _statements.GetOrAdd(new Key(operation, variables.Shape), (Prepared: this, variables), static (key, state) => state.Prepared.Compile(key.Operation, state.variables));

    /// <summary>The field that a subscription is to, and the statement that finds what its arguments name; null when it has none.</summary>
    public (string Field, Statement? Filter) Subscription(OperationDefinition operation, CoercedVariables variables)
    {
        var plan = OperationPlanner.Plan(catalog.Schema, document!, operation, variables);
        return (plan.Fields[0].Name, StatementCompiler.CompileFilter(catalog, plan));
    }

    private Statement Compile(OperationDefinition operation, CoercedVariables variables)
    {
        var plan = OperationPlanner.Plan(catalog.Schema, document!, operation, variables);
        return StatementCompiler.Compile(catalog, plan, field => StaticField.Answer(catalog.Schema, plan, field));
    }

    /// <summary>An operation is known as the node that it is: comparing what is in it would read half the document for each request.</summary>
    private readonly record struct Key(OperationDefinition Operation, string Shape)
    {
        public bool Equals(Key other) => ReferenceEquals(Operation, other.Operation) && Shape == other.Shape;

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Operation), Shape);
    }
}
