using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.GraphQL.Validation.Rules;

namespace OpenSocialMap.GraphQL.Validation;

/// <summary>
/// Tells whether a document makes sense for a schema: every rule of the specification's validation section, in one walk.
/// https://spec.graphql.org/September2025/#sec-Validation
/// </summary>
public static class Validator
{
    /// <summary>Checks a document. No errors means that it can be executed once its variables are right.</summary>
    /// <param name="schema">The schema that the document is meant for.</param>
    /// <param name="document">A document as the parser returns it, so its nesting is bounded.</param>
    /// <param name="maxErrors">After so many errors, one more says that there may be others, and the check ends.</param>
    /// <returns>
    /// The errors in the order in which the walk finds them. The code is <see cref="ErrorCodes.Validation"/>, or
    /// <see cref="ErrorCodes.Limit"/> where a document is too costly to check.
    /// </returns>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, Document document, int maxErrors = 50)
    {
        var context = new ValidationContext(schema, document, maxErrors);
        try
        {
            new DocumentWalk(schema, Rules(context)).Visit(document);
        }
        catch (ValidationStopped)
        {
            // The last error says why.
        }
        return context.Errors;
    }

    // The order decides in which order the errors of one node are reported.
    private static Visitor[] Rules(ValidationContext context) =>
    [
        new ExecutableDefinitions(context),
        new KnownOperationTypes(context),
        new UniqueOperationNames(context),
        new LoneAnonymousOperation(context),
        new SingleFieldSubscriptions(context),
        new KnownTypeNames(context),
        new FragmentsOnCompositeTypes(context),
        new VariablesAreInputTypes(context),
        new ScalarLeafs(context),
        new FieldsOnCorrectType(context),
        new UniqueFragmentNames(context),
        new KnownFragmentNames(context),
        new NoUnusedFragments(context),
        new PossibleFragmentSpreads(context),
        new NoFragmentCycles(context),
        new UniqueVariableNames(context),
        new NoUndefinedVariables(context),
        new NoUnusedVariables(context),
        new KnownDirectives(context),
        new UniqueDirectivesPerLocation(context),
        new KnownArgumentNames(context),
        new UniqueArgumentNames(context),
        new ValuesOfCorrectType(context),
        new ProvidedRequiredArguments(context),
        new VariablesInAllowedPosition(context),
        new OverlappingFieldsCanBeMerged(context),
        new UniqueInputFieldNames(context),
        new MaxIntrospectionDepth(context),
    ];
}
