using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>No two fragments of a document have one name.
/// https://spec.graphql.org/September2025/#sec-Fragment-Name-Uniqueness</summary>
internal sealed class UniqueFragmentNames(ValidationContext context) : Rule(context)
{
    private readonly Dictionary<string, Name> _known = [];

    public override void EnterFragment(FragmentDefinition fragment)
    {
        var name = fragment.Name;
        if (!_known.TryAdd(name.Value, name))
        {
            Context.Report($"There can be only one fragment named \"{name.Value}\".", _known[name.Value], name);
        }
    }
}
