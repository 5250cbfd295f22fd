using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>A spread names a fragment of its document.
/// https://spec.graphql.org/September2025/#sec-Fragment-Spread-Target-Defined</summary>
internal sealed class KnownFragmentNames(ValidationContext context) : Rule(context)
{
    public override void EnterSpread(FragmentSpread spread, in Position at)
    {
        if (Context.Fragment(spread.Name.Value) is null)
        {
            Context.Report($"Unknown fragment \"{spread.Name.Value}\".", spread.Name);
        }
    }
}
