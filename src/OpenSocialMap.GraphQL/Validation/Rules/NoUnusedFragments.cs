using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>Every fragment is used by some operation.
/// https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used</summary>
internal sealed class NoUnusedFragments(ValidationContext context) : Rule(context)
{
    public override void LeaveDocument(Document document)
    {
        var used = Context.FragmentsUsedBy(document.Definitions.OfType<OperationDefinition>()).Select(f => f.Name.Value).ToHashSet();
        foreach (var fragment in document.Definitions.OfType<FragmentDefinition>())
        {
            if (!used.Contains(fragment.Name.Value))
            {
                Context.Report($"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
            }
        }
    }
}
