using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Cost;

/// <summary>
/// Turns a plan into the formula of its cost. Fields are those of the plan: fragments expanded, what is skipped left out, equal keys
/// merged. https://ibm.github.io/graphql-specs/cost-spec.html#sec-Static-Query-Analysis
/// </summary>
public sealed class CostCompiler
{
    private readonly FieldCollector _collector;
    private readonly CostLimits _limits;
    private int _fields;

    private CostCompiler(FieldCollector collector, CostLimits limits) => (_collector, _limits) = (collector, limits);

    /// <exception cref="GraphQLException">The plan has too many fields, or a list doesn't say how long it may be where it must.</exception>
    public static CostFormula Compile(OperationPlan plan, CostLimits limits)
    {
        var compiler = new CostCompiler(plan.Collector, limits);
        var root = CostFormula.Of(new OperationCost(0, CostDirectives.WeightOf(plan.Root)));
        return CostFormula.Sum([root, .. plan.Fields.Select(field => compiler.Field(field, null))]);
    }

    /// <summary>The fields below a connection that have the size which its arguments give.</summary>
    private sealed record Sized(IReadOnlyList<string> Fields, CostSize Size);

    private CostFormula Field(PlannedField field, Sized? parent)
    {
        var own = CostFormula.Sum([CostFormula.Of(new OperationCost(Math.Max(0, Own(field)), 0)), .. field.Arguments.Values.SelectMany(SizedValues)]);
        if (field.Name.StartsWith("__", StringComparison.Ordinal))
            return own;
        var list = CostDirectives.ListSizeOf(field.Definition);
        var size = list is null ? null : SizeOf(list, field);
        var below = Below(field, list is { SizedFields: [_, ..] names } ? new Sized(names, size!) : null);
        var times = list is { SizedFields: [] } ? size! : parent?.Fields.Contains(field.Name) is true ? parent.Size : CostSize.One;
        return CostFormula.Sum(own, CostFormula.Times(times, below));
    }

    /// <summary>One value of the field: what its type weighs, and all fields that are asked of it.</summary>
    private CostFormula Below(PlannedField field, Sized? sized)
    {
        var type = field.Definition.Type.Named;
        return type.IsComposite
            ? CostFormula.Largest(_collector.Schema.PossibleTypes(type).Select(possible => Object(possible, field, sized)))
            : CostFormula.Of(new OperationCost(0, CostDirectives.WeightOf(type)));
    }

    private CostFormula Object(ObjectType type, PlannedField field, Sized? sized)
    {
        var fields = _collector.Collect(type, field.Selections, field.Path);
        _fields += fields.Count;
        if (_fields > _limits.MaxFields)
            throw TooManyFields(_limits.MaxFields);
        var weight = CostFormula.Of(new OperationCost(0, CostDirectives.WeightOf(type)));
        return CostFormula.Sum([weight, .. fields.Select(inner => Field(inner, sized))]);
    }

    /// <summary>The refusal of an operation that would come to more fields than the limit allows, on all object types that it may meet.</summary>
    public static GraphQLException TooManyFields(int limit) => new(new ExceededLimit(LimitNames.Fields, limit + 1, limit).Error(
        $"The operation has more than {limit} fields once its fragments are written out for each type.", "Ask for fewer fields, or in several requests."));

    private double Own(PlannedField field)
    {
        var cost = CostDirectives.WeightOf(field.Definition);
        foreach (var argument in field.Definition.Arguments)
        {
            if (field.Arguments.TryGetValue(argument.Name, out var input))
                cost += InputCost(argument, input);
        }
        foreach (var directive in field.Node.Directives)
            cost += DirectiveCost(directive);
        return cost;
    }

    /// <summary>An argument or input field with all that is given inside it. Null is no filter, but a comparison with null is a comparison.</summary>
    private static double InputCost(InputField definition, Input input) =>
        input.IsNull && !definition.Type.Named.IsLeaf ? 0 : CostDirectives.WeightOf(definition) + InsideCost(input);

    private static double InsideCost(Input input) => input switch
    {
        ObjectInput { Type.Named: InputObjectType type } value => value.Fields.Sum(field => InputCost(type.Find(field.Key)!, field.Value)),
        ListInput list => list.Items.Sum(InsideCost),
        _ => 0,
    };

    /// <summary>Scalars that have a weight of their own, as those have whose values differ in size.</summary>
    private static IEnumerable<CostFormula> SizedValues(Input input) => input switch
    {
        ObjectInput value => value.Fields.SelectMany(field => SizedValues(field.Value)),
        ListInput list => list.Items.SelectMany(SizedValues),
        LeafInput { Type.Nullable: ScalarType scalar } leaf when CostDirectives.Written(scalar.Directives) is { } weight =>
            [CostFormula.Times(CostSize.Of(leaf, scalar), CostFormula.Of(new OperationCost(weight, 0)))],
        _ => [],
    };

    private double DirectiveCost(DirectiveNode directive) => _collector.Schema.FindDirective(directive.Name.Value) is not { } definition ? 0 :
        definition.Arguments.Where(a => directive.Arguments.Any(given => given.Name.Value == a.Name)).Sum(CostDirectives.WeightOf);

    private CostSize SizeOf(ListSize list, PlannedField field)
    {
        var given = list.SlicingArguments.Select(field.Argument).OfType<LeafInput>().ToArray();
        if (list.RequireOneSlicingArgument && list.SlicingArguments.Count > 0 && given.Length != 1)
        {
            throw new GraphQLException(GraphQLError.At(_collector.Source, field.Node, ErrorCodes.BadInput,
                $"Field \"{field.Name}\" needs exactly one of these arguments: {string.Join(", ", list.SlicingArguments)}."));
        }
        return given.Length == 0
            ? new CostSize(list.AssumedSize ?? 1)
            : given.Select(argument => CostSize.Of(argument, _limits.LargestPage)).Aggregate(CostSize.Largest);
    }
}
