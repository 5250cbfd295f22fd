using System.Security.Cryptography;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Cost;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.Server.Limits;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>A validated document, with the way to the statements that its operations become, one for each shape of the variables.</summary>
public sealed class PreparedDocument(
    SchemaCatalog catalog, LimitSettings limits, StatementStore statements, string text, Document? document, IReadOnlyList<GraphQLError> errors)
{
    private const int Overhead = 2 * 1024;
    private const int LongestName = 100;

    // A syntax tree of one-letter names comes to some 75 bytes for each byte of its text; usual ones to fewer.
    private const int TreeBytesForEach = 80;

    private readonly OperationDefinition? _only = document?.Definitions.OfType<OperationDefinition>().ToArray() is [var only] ? only : null;

    private string? _hash;

    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <summary>About what it takes in memory.</summary>
    public long Bytes => Overhead + TreeBytesForEach * (long)(document?.Source.Body.Length ?? 0) + errors.Sum(error => 512 + 2L * error.Message.Length);

    /// <summary>It as the client wrote it.</summary>
    public string Text => text;

    public OperationDefinition Choose(string? operationName) =>
        _only is not null && (operationName is null || operationName == _only.Name?.Value) ? _only : OperationPlanner.Choose(document!, operationName);

    public CoercedVariables Coerce(OperationDefinition operation, System.Text.Json.JsonElement variables) =>
        VariableCoercion.Coerce(catalog.Schema, document!, operation, variables, limits.Variables);

    /// <summary>The field that a subscription is to, and the statement that finds what its arguments name; null when it has none.</summary>
    public (string Field, Statement? Filter) Subscription(OperationDefinition operation, CoercedVariables variables)
    {
        var plan = OperationPlanner.Plan(catalog.Schema, document!, operation, variables);
        return (plan.Fields[0].Name, StatementCompiler.CompileFilter(catalog, plan));
    }

    /// <summary>
    /// The statement for variables of this shape, planned and compiled when it is the first of them. What costs too much to run is not
    /// compiled at all, and its statement knows only its cost.
    /// </summary>
    public Statement Statement(OperationDefinition operation, CoercedVariables variables)
    {
        if (statements.Find(operation, variables.Shape) is { } known)
            return known;
        var plan = OperationPlanner.Plan(catalog.Schema, document!, operation, variables);
        var cost = CostCompiler.Compile(plan, limits.Cost);
        if (!limits.Cost.Allow(cost.Evaluate(variables)))
            return Sql.Statement.TooDear(cost) with { Label = Label(operation) };
        var statement = StatementCompiler.Compile(catalog, plan, field => StaticField.Answer(catalog.Schema, plan, field)) with { Cost = cost, Label = Label(operation) };
        plan.Collector.Forget();
        statements.Keep(operation, variables.Shape, statement, statement.Fields.Sum(field => field.Static?.Invoke(variables).LongLength ?? 0));
        return statement;
    }

    // A name may be as long as a document, and goes into each line of the log.
    private static string? Shown(string? name) => name is { Length: > LongestName } ? $"{name[..LongestName]}..." : name;

    private OperationLabel Label(OperationDefinition operation) =>
        new(operation.Kind == OperationKind.Query ? "query" : "subscription", Shown(operation.Name?.Value), _hash ??= Convert.ToHexStringLower(SHA256.HashData(document!.Source.Body.Span)));
}
