using System.Runtime.CompilerServices;
using System.Text.Json;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Tests.Validation;

namespace OpenSocialMap.GraphQL.Tests.Planning;

/// <summary>A plan that is kept lets go of the values that it was made with.</summary>
public sealed class ForgettingTests
{
    [Theory]
    [InlineData("query ($v: String!) { search(text: $v) { __typename } }", "\"long\"")]
    [InlineData("query ($v: [Theme!]) { places(themes: $v) { id } }", "[\"CARE\"]")]
    [InlineData("query ($v: ActivityFilter) { activities(where: $v) { id } }", """{"name":{"eq":"long","in":["a"]}}""")]
    public void A_kept_plan_holds_no_value_of_its_first_request(string query, string json)
    {
        var (plan, value) = Plan(query, json);
        GC.Collect(2, GCCollectionMode.Forced, blocking: true);
        Assert.False(value.IsAlive);
        Assert.NotEmpty(plan.Fields);
    }

    // Not inlined, so that no local of it lives on in the test.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (OperationPlan Plan, WeakReference Value) Plan(string query, string json)
    {
        var document = Map.Parse(query);
        var operation = OperationPlanner.Choose(document, null);
        var variables = VariableCoercion.Coerce(Map.Schema, document, operation, JsonElement.Parse("{\"v\":" + json + "}"), VariableLimits.Default);
        var plan = OperationPlanner.Plan(Map.Schema, document, operation, variables);
        plan.Collector.Forget();
        Assert.True(variables.TryGet("v", out var value));
        return (plan, new WeakReference(value));
    }
}
