using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Limits;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>No introspection field goes through three lists of a type's members, which could make the answer as large as the schema cubed.
/// Not of the specification: a safeguard that the reference implementation recommends.</summary>
internal sealed class MaxIntrospectionDepth(ValidationContext context) : Rule(context)
{
    // With how many lists around it each fragment has turned out to be harmless; shared, so that many roots cost no more than one.
    private readonly HashSet<(string Fragment, int Lists)> _harmless = [];
    private Field? _refused;

    public override void EnterField(Field field, in Position at)
    {
        if (_refused is null && field.Name.Value is "__schema" or "__type" && field.Selections is { } selections && TooDeep(selections))
        {
            _refused = field;
            Context.Report(new ExceededLimit(LimitNames.IntrospectionDepth, ValidationLimits.MaxIntrospectionDepth + 1, ValidationLimits.MaxIntrospectionDepth).Error("Maximum introspection depth exceeded",
                "Ask for the members of one type, and for those of the types that it leads to in further requests."), [field]);
        }
    }

    public override void LeaveField(Field field, in Position at)
    {
        if (ReferenceEquals(field, _refused)) _refused = null;
    }

    private bool TooDeep(SelectionSet root)
    {
        var visited = new HashSet<(string, int)>();
        var open = new Stack<(SelectionSet Set, int Lists)>([(root, 0)]);
        while (open.TryPop(out var top))
        {
            foreach (var selection in top.Set.Items)
            {
                switch (selection)
                {
                    case Field field:
                        var lists = top.Lists + (field.Name.Value is "fields" or "interfaces" or "possibleTypes" or "inputFields" ? 1 : 0);
                        if (lists > ValidationLimits.MaxIntrospectionDepth) return true;
                        if (field.Selections is not null) open.Push((field.Selections, lists));
                        break;
                    case InlineFragment inline:
                        open.Push((inline.Selections, top.Lists));
                        break;
                    case FragmentSpread { Name.Value: var name } when Context.Fragment(name) is { } fragment:
                        var isNew = !_harmless.Contains((name, top.Lists)) && visited.Add((name, top.Lists));
                        if (isNew) open.Push((fragment.Selections, top.Lists));
                        break;
                }
            }
        }
        _harmless.UnionWith(visited);
        return false;
    }
}
