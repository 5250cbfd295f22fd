using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Limits;

/// <summary>
/// Holds the shape of each operation against <see cref="OperationLimits"/>. Each fragment is measured once however often it is spread, so
/// the work grows with the length of the document and not with what the fragments would come to. It needs no schema and comes before
/// validation; what a cycle of fragments would add is left out here, as validation refuses the cycle.
/// </summary>
public sealed class OperationLimitCheck
{
    private readonly OperationLimits _limits;
    private readonly Source _source;
    private readonly Dictionary<string, FragmentDefinition> _fragments = [];
    private readonly Dictionary<string, OperationMeasure> _measured = [];

    private OperationLimitCheck(Document document, OperationLimits limits)
    {
        (_source, _limits) = (document.Source, limits);
        foreach (var fragment in document.Definitions.OfType<FragmentDefinition>())
            _fragments[fragment.Name.Value] = fragment;
    }

    /// <summary>An error for each limit that an operation goes beyond; none when all is within.</summary>
    public static IReadOnlyList<GraphQLError> Check(Document document, OperationLimits limits)
    {
        var check = new OperationLimitCheck(document, limits);
        check.MeasureFragments();
        return [.. document.Definitions.OfType<OperationDefinition>().SelectMany(check.Errors)];
    }

    private IEnumerable<GraphQLError> Errors(OperationDefinition operation)
    {
        var measure = Measure(operation.Directives) + Measure(operation.Selections);
        foreach (var variable in operation.Variables)
            measure += Measure(variable.Directives);
        GraphQLError?[] errors =
        [
            Error(operation, LimitNames.Depth, measure.Depth, _limits.MaxDepth, "levels deep",
                "Ask for fewer levels at once, and for what lies deeper by its id or slug in a request of its own."),
            Error(operation, LimitNames.Fields, measure.Fields, _limits.MaxFields, "fields large once its fragments are written out",
                "Ask for fewer fields, or in several requests."),
            Error(operation, LimitNames.RootFields, measure.Level, _limits.MaxRootFields, "fields wide at its root",
                "Spread the root fields over several requests, or ask for many records at once with a filter or with \"nodes\"."),
            Error(operation, LimitNames.Aliases, measure.Aliases, _limits.MaxAliases, "aliases large once its fragments are written out",
                "Ask for a list with a filter instead of for each item under a name of its own, or in several requests."),
            Error(operation, LimitNames.Directives, measure.Directives, _limits.MaxDirectives, "directives large once its fragments are written out",
                "Put \"@skip\" or \"@include\" on a fragment instead of on each of its fields."),
            Error(operation, LimitNames.DirectivesPerPlace, measure.DirectivesPerPlace, _limits.MaxDirectivesPerPlace, "directives large at one place",
                "One \"@skip\" and one \"@include\" are all that a field can use."),
            Error(operation, LimitNames.Variables, operation.Variables.Count, _limits.MaxVariables, "variables large",
                "Put what belongs together into one variable of an input type, such as a filter."),
        ];
        return errors.OfType<GraphQLError>();
    }

    private GraphQLError? Error(OperationDefinition operation, string name, long value, int maximum, string what, string hint) => value <= maximum ? null :
        new ExceededLimit(name, value, maximum).Error($"The operation is {value} {what}, and the limit is {maximum}.", hint) with
        {
            Locations = [_source.LocationOf(operation.Span.Start)],
        };

    /// <summary>Measures what a fragment spreads before the fragment itself. A stack of our own: a chain of fragments can be longer than the thread's stack is deep.</summary>
    private void MeasureFragments()
    {
        var entered = new HashSet<string>();
        var open = new Stack<(FragmentDefinition Fragment, bool IsReady)>();
        foreach (var root in _fragments.Values)
        {
            open.Push((root, false));
            while (open.TryPop(out var top))
            {
                if (top.IsReady)
                {
                    _measured[top.Fragment.Name.Value] = Measure(top.Fragment.Directives) + Measure(top.Fragment.Selections);
                }
                else if (entered.Add(top.Fragment.Name.Value))
                {
                    open.Push((top.Fragment, true));
                    PushSpreads(top.Fragment.Selections, entered, open);
                }
            }
        }
    }

    private void PushSpreads(SelectionSet selections, HashSet<string> entered, Stack<(FragmentDefinition, bool)> open)
    {
        foreach (var selection in selections.Items)
        {
            switch (selection)
            {
                case Field { Selections: { } inner }:
                    PushSpreads(inner, entered, open);
                    break;
                case InlineFragment inline:
                    PushSpreads(inline.Selections, entered, open);
                    break;
                case FragmentSpread { Name.Value: var name } when !entered.Contains(name) && _fragments.TryGetValue(name, out var fragment):
                    open.Push((fragment, false));
                    break;
            }
        }
    }

    private static OperationMeasure Measure(IReadOnlyList<DirectiveNode> directives) => OperationMeasure.OfDirectives(directives.Count);

    // The parser bounds how deep selections can be nested in one another.
    private OperationMeasure Measure(SelectionSet selections)
    {
        var sum = default(OperationMeasure);
        foreach (var selection in selections.Items)
            sum += Measure(selection.Directives) + Measure(selection);
        return sum;
    }

    private OperationMeasure Measure(Selection selection) => selection switch
    {
        Field field => (field.Selections is null ? default : Measure(field.Selections)).Below(field.Alias is not null),
        InlineFragment inline => Measure(inline.Selections),
        FragmentSpread spread => _measured.GetValueOrDefault(spread.Name.Value),
        _ => default,
    };
}
