using System.Diagnostics;
using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>A directive is one that the schema has, and stands where it may.
/// https://spec.graphql.org/September2025/#sec-Directives-Are-Defined</summary>
internal sealed class KnownDirectives(ValidationContext context) : Rule(context)
{
    public override void EnterDirective(DirectiveNode directive, Node owner)
    {
        var name = directive.Name.Value;
        if (Context.Schema.FindDirective(name) is not { } known)
        {
            Context.Report($"Unknown directive \"@{name}\".", directive);
        }
        else if (LocationOf(owner) is var location && !known.Locations.Contains(location))
        {
            Context.Report($"Directive \"@{name}\" may not be used on {location}.", directive);
        }
    }

    private static string LocationOf(Node owner) => owner switch
    {
        OperationDefinition operation => operation.Kind.ToString().ToUpperInvariant(),
        FragmentDefinition => "FRAGMENT_DEFINITION",
        VariableDefinition => "VARIABLE_DEFINITION",
        Field => "FIELD",
        FragmentSpread => "FRAGMENT_SPREAD",
        InlineFragment => "INLINE_FRAGMENT",
        _ => throw new UnreachableException($"No directive stands on a {owner.GetType().Name} of a request."),
    };
}
