using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>A subscription selects one root field, which is no introspection field and which no variable can leave out.
/// https://spec.graphql.org/September2025/#sec-Single-Root-Field</summary>
internal sealed class SingleFieldSubscriptions(ValidationContext context) : Rule(context)
{
    public override void EnterOperation(OperationDefinition operation)
    {
        if (operation.Kind != OperationKind.Subscription || Context.Schema.Subscription is not { } root) return;
        var what = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        var (fields, conditions) = RootFields(operation.Selections, root);
        if (conditions.Count > 0)
        {
            Context.Report($"{what} must not use `@skip` or `@include` directives in the top level selection.", conditions);
            return;
        }
        if (fields.Count > 1)
        {
            Context.Report($"{what} must select only one top level field.", fields.Skip(1).SelectMany(group => group.Value));
        }
        foreach (var (_, nodes) in fields)
        {
            if (nodes[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
            {
                Context.Report($"{what} must not select an introspection top level field.", nodes);
            }
        }
    }

    private (OrderedDictionary<string, List<Field>> Fields, List<DirectiveNode> Conditions) RootFields(
        SelectionSet selections, ObjectType root)
    {
        var fields = new OrderedDictionary<string, List<Field>>();
        var conditions = new List<DirectiveNode>();
        var spread = new HashSet<string>();
        // A stack of our own: a chain of fragments can be longer than the thread's stack is deep.
        var open = new Stack<IEnumerator<Selection>>([selections.Items.GetEnumerator()]);
        while (open.TryPeek(out var top))
        {
            if (!top.MoveNext())
            {
                open.Pop();
                continue;
            }
            conditions.AddRange(top.Current.Directives.Where(d => d.Name.Value is "skip" or "include"));
            switch (top.Current)
            {
                case Field field:
                    if (!fields.TryAdd(field.ResponseKey, [field])) fields[field.ResponseKey].Add(field);
                    break;
                case InlineFragment inline when inline.Condition is null || Matches(inline.Condition, root):
                    open.Push(inline.Selections.Items.GetEnumerator());
                    break;
                case FragmentSpread { Name.Value: var name } when spread.Add(name) && Context.Fragment(name) is { } fragment:
                    Context.SpendFragmentWork(fragment.Selections.Items.Count);
                    if (Matches(fragment.Condition, root)) open.Push(fragment.Selections.Items.GetEnumerator());
                    break;
            }
        }
        return (fields, conditions);
    }

    private bool Matches(NamedTypeNode condition, ObjectType root) =>
        Context.Schema.FindType(condition.Name.Value) is CompositeType type && Context.Schema.IsSubtype(root, type);
}
