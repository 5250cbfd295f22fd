using System.Text.Json;
using OpenSocialMap.GraphQL.Cost;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Tests.Types;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.GraphQL.Validation;

namespace OpenSocialMap.GraphQL.Tests.Cost;

/// <summary>The cost of an operation over a schema of the test's own, as a server works it out.</summary>
internal sealed class Costing(string sdl)
{
    private const string Directives = """
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION

        """;

    public Schema Schema { get; } = Sdl.Build(Directives + sdl);

    public CostLimits Limits { get; init; } = new();

    public IReadOnlyList<string> BrokenRules => [.. CostRules.Check(Schema).Select(error => error.Message)];

    public OperationCost Of(string query, string variables = "{}")
    {
        var (formula, coerced) = Compile(query, variables);
        return formula.Evaluate(coerced);
    }

    public (CostFormula Formula, CoercedVariables Variables) Compile(string query, string variables = "{}")
    {
        var document = Parser.Parse(new Source(query));
        Assert.Empty(Validator.Validate(Schema, document));
        var operation = OperationPlanner.Choose(document, null);
        var coerced = VariableCoercion.Coerce(Schema, document, operation, JsonElement.Parse(variables), VariableLimits.Default);
        return (CostCompiler.Compile(OperationPlanner.Plan(Schema, document, operation, coerced), Limits), coerced);
    }

    public void AssertCost(double field, double type, string query, string variables = "{}") =>
        Assert.Equal(new OperationCost(field, type), Of(query, variables));
}
