using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>Variables and fragments name types that the schema has.
/// https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence</summary>
internal sealed class KnownTypeNames(ValidationContext context) : Rule(context)
{
    public override void EnterTypeName(NamedTypeNode type)
    {
        var name = type.Name.Value;
        if (Context.Schema.FindType(name) is null)
        {
            var suggestion = Suggestions.DidYouMean(Suggestions.For(name, Context.Schema.Types.Select(t => t.Name)));
            Context.Report($"Unknown type \"{name}\".{suggestion}", type);
        }
    }
}
