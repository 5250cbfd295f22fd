using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>A fragment is spread only where some object can be of both types.
/// https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible</summary>
internal sealed class PossibleFragmentSpreads(ValidationContext context) : Rule(context)
{
    public override void EnterInlineFragment(InlineFragment fragment, in Position at)
    {
        if (at.Parent is { } parent && at.Type is CompositeType type && !Overlap(type, parent))
        {
            Context.Report($"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", fragment);
        }
    }

    public override void EnterSpread(FragmentSpread spread, in Position at)
    {
        if (at.Parent is { } parent && TypeOf(spread) is { } type && !Overlap(type, parent))
        {
            Context.Report(
                $"Fragment \"{spread.Name.Value}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".",
                spread);
        }
    }

    private CompositeType? TypeOf(FragmentSpread spread) => Context.Fragment(spread.Name.Value) is { } fragment
        ? Context.Schema.FindType(fragment.Condition.Name.Value) as CompositeType
        : null;

    // An interface that nothing implements still overlaps itself.
    private bool Overlap(CompositeType a, CompositeType b) => a == b || Context.Schema.Overlap(a, b);
}
