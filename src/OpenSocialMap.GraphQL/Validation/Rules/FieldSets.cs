using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>Collects the fields of each selection set once.</summary>
internal sealed class FieldSets(ValidationContext context)
{
    private static readonly object NoParent = new();

    // A sub-selection is looked at from the schema's side and from a comparison's side, where its type can be unknown: two sets.
    private readonly Dictionary<object, Dictionary<SelectionSet, FieldSet>> _known = [];
    private readonly Dictionary<Field, string> _arguments = new(ReferenceEqualityComparer.Instance);

    public FieldSet? OfFragment(string name) => context.Fragment(name) is { } fragment
        ? Of(context.Schema.FindType(fragment.Condition.Name.Value), fragment.Selections)
        : null;

    public FieldSet Of(NamedType? parent, SelectionSet selections)
    {
        if (!_known.TryGetValue(parent ?? NoParent, out var known))
        {
            _known[parent ?? NoParent] = known = new(ReferenceEqualityComparer.Instance);
        }
        if (known.TryGetValue(selections, out var set)) return set;
        known[selections] = set = new FieldSet();
        Collect(set, [], parent as CompositeType, selections);
        return set;
    }

    private void Collect(FieldSet set, HashSet<string> spreads, CompositeType? parent, SelectionSet selections)
    {
        foreach (var selection in selections.Items)
        {
            switch (selection)
            {
                case Field field:
                    if (!set.Groups.TryGetValue(field.ResponseKey, out var group)) set.Groups[field.ResponseKey] = group = new FieldGroup();
                    group.Add(new FieldUse(parent, field, (parent as FieldsType)?.Fields.Find(field.Name.Value)?.Type));
                    break;
                case FragmentSpread { Name.Value: var name }:
                    if (spreads.Add(name)) set.Spreads.Add(name);
                    break;
                case InlineFragment { Condition: { } condition } inline:
                    Collect(set, spreads, context.Schema.FindType(condition.Name.Value) as CompositeType, inline.Selections);
                    break;
                case InlineFragment inline:
                    Collect(set, spreads, parent, inline.Selections);
                    break;
            }
        }
    }

    /// <summary>The arguments of a field as a text that is equal for equal arguments, whatever their order.</summary>
    public string ArgumentsOf(Field field)
    {
        if (field.Arguments.Count == 0) return "";
        if (!_arguments.TryGetValue(field, out var text))
        {
            var sorted = field.Arguments.OrderBy(a => a.Name.Value, StringComparer.Ordinal).Select(a => $"{a.Name.Value}:{Text(a.Value)}");
            _arguments[field] = text = string.Join(',', sorted);
        }
        return text;
    }

    private static string Text(ValueNode value) => value switch
    {
        ListValue list => $"[{string.Join(',', list.Items.Select(Text))}]",
        ObjectValue { Fields: var fields } =>
            $"{{{string.Join(',', fields.OrderBy(f => f.Name.Value, StringComparer.Ordinal).Select(f => $"{f.Name.Value}:{Text(f.Value)}"))}}}",
        _ => Printer.Print(value),
    };
}
