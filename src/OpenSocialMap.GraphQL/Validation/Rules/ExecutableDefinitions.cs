using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>A request holds operations and fragments only, no type system.
/// https://spec.graphql.org/September2025/#sec-Executable-Definitions</summary>
internal sealed class ExecutableDefinitions(ValidationContext context) : Rule(context)
{
    public override void EnterDocument(Document document)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is not ExecutableDefinition)
            {
                Context.Report($"The {Describe(definition)} definition is not executable.", definition);
            }
        }
    }

    private static string Describe(Definition definition) => definition switch
    {
        TypeDefinition type => $"\"{type.Name.Value}\"",
        DirectiveDefinition directive => $"\"{directive.Name.Value}\"",
        _ => "schema",
    };
}
