using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Planning;

/// <summary>
/// Collects the fields that a selection yields on one object type: fragments resolved, <c>@skip</c> and <c>@include</c> decided,
/// fields with the same response key merged. https://spec.graphql.org/September2025/#CollectFields()
/// </summary>
public sealed class FieldCollector(Schema schema, Document document, CoercedVariables variables)
{
    private readonly Dictionary<string, FragmentDefinition> _fragments =
        document.Definitions.OfType<FragmentDefinition>().ToDictionary(f => f.Name.Value);
    private InputPlanner _inputs = new(document.Source, variables);

    public Schema Schema => schema;
    public Source Source => document.Source;

    /// <summary>Lets go of the values of the request that was planned; what is collected from now on depends on structure alone.</summary>
    public void Forget() => _inputs = _inputs.WithStructureAlone();

    /// <summary>The fields in response order.</summary>
    public IReadOnlyList<PlannedField> Collect(ObjectType type, IReadOnlyList<SelectionSet> selections, IReadOnlyList<object> path)
    {
        var groups = new OrderedDictionary<string, List<Field>>();
        var visited = new HashSet<string>();
        foreach (var selection in selections)
            Collect(type, selection, groups, visited);
        return [.. groups.Select(group => Merge(type, group.Key, group.Value, path))];
    }

    private void Collect(ObjectType type, SelectionSet selections, OrderedDictionary<string, List<Field>> groups, HashSet<string> visited)
    {
        foreach (var selection in selections.Items)
        {
            if (!IsIncluded(selection))
                continue;
            switch (selection)
            {
                case Field field:
                    if (!groups.TryGetValue(field.ResponseKey, out var group))
                        groups.Add(field.ResponseKey, group = []);
                    group.Add(field);
                    break;
                case FragmentSpread spread when visited.Add(spread.Name.Value):
                    var fragment = _fragments[spread.Name.Value];
                    if (Applies(fragment.Condition, type))
                        Collect(type, fragment.Selections, groups, visited);
                    break;
                case InlineFragment inline when inline.Condition is null || Applies(inline.Condition, type):
                    Collect(type, inline.Selections, groups, visited);
                    break;
            }
        }
    }

    private bool Applies(NamedTypeNode condition, ObjectType type) => schema.IsSubtype(type, schema.FindType(condition.Name.Value)!);

    private bool IsIncluded(Selection selection)
    {
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value is "skip" or "include" && Condition(directive) == (directive.Name.Value == "skip"))
                return false;
        }
        return true;
    }

    private bool Condition(DirectiveNode directive) => directive.Arguments[0].Value is Variable variable
        ? _inputs.ValueOf(variable, schema.FindDirective(directive.Name.Value)!.Arguments[0].Type) is true
        : directive.Arguments[0].Value is BooleanValue { Value: true };

    private PlannedField Merge(ObjectType type, string key, List<Field> fields, IReadOnlyList<object> path)
    {
        var first = fields[0];
        var definition = schema.FindField(type, first.Name.Value)!;
        SelectionSet[] selections = [.. fields.Where(f => f.Selections is not null).Select(f => f.Selections!)];
        return new PlannedField(key, definition, first, _inputs.Plan(definition.Arguments, first.Arguments), selections, [.. path, key]);
    }

    /// <summary>A field of introspection with all below it; its types are never abstract, and its arguments never more than a name or a Boolean.</summary>
    public SelectedField Introspection(PlannedField field, CoercedVariables request)
    {
        var arguments = field.Arguments.ToDictionary(a => a.Key, a => ((LeafInput)a.Value).Read(request));
        var selections = field.Definition.Type.Named is ObjectType type
            ? Collect(type, field.Selections, field.Path).Select(inner => Introspection(inner, request)).ToArray()
            : [];
        return new SelectedField(field.ResponseKey, field.Definition, field.Node, arguments, selections);
    }
}
