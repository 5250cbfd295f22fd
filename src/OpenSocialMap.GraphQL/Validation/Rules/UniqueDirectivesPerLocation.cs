using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>A directive that isn't repeatable stands once at most on one node.
/// https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location</summary>
internal sealed class UniqueDirectivesPerLocation(ValidationContext context) : Rule(context)
{
    public override void EnterOperation(OperationDefinition operation) => Check(operation.Directives);

    public override void EnterFragment(FragmentDefinition fragment) => Check(fragment.Directives);

    public override void EnterVariableDefinition(VariableDefinition definition) => Check(definition.Directives);

    public override void EnterField(Field field, in Position at) => Check(field.Directives);

    public override void EnterSpread(FragmentSpread spread, in Position at) => Check(spread.Directives);

    public override void EnterInlineFragment(InlineFragment fragment, in Position at) => Check(fragment.Directives);

    private void Check(IReadOnlyList<DirectiveNode> directives)
    {
        if (directives.Count < 2) return;
        var seen = new Dictionary<string, DirectiveNode>();
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (Context.Schema.FindDirective(name) is { Repeatable: false } && !seen.TryAdd(name, directive))
            {
                Context.Report($"The directive \"@{name}\" can only be used once at this location.", seen[name], directive);
            }
        }
    }
}
