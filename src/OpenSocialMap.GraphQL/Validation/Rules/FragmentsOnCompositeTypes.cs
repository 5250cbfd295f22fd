using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>A fragment stands on an object, interface or union, never on a scalar or enum.
/// https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types</summary>
internal sealed class FragmentsOnCompositeTypes(ValidationContext context) : Rule(context)
{
    public override void EnterInlineFragment(InlineFragment fragment, in Position at)
    {
        if (fragment.Condition is not null) Check("Fragment", fragment.Condition);
    }

    public override void EnterFragment(FragmentDefinition fragment) => Check($"Fragment \"{fragment.Name.Value}\"", fragment.Condition);

    private void Check(string what, NamedTypeNode condition)
    {
        if (Context.Schema.FindType(condition.Name.Value) is { IsComposite: false } type)
        {
            Context.Report($"{what} cannot condition on non composite type \"{type}\".", condition);
        }
    }
}
