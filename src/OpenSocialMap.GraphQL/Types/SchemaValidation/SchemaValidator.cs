using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>Runs every rule of the specification's type-system section over merged SDL and returns all that is wrong.</summary>
internal static class SchemaValidator
{
    public static IReadOnlyList<GraphQLError> Validate(
        IReadOnlyList<Document> documents, MergedSdl sdl, IReadOnlyDictionary<string, ScalarCoercion> scalars)
    {
        var errors = new SchemaErrors(documents);
        var constants = new ConstantRules(sdl, scalars, errors);
        UniquenessRules.Check(sdl, errors);
        NameRules.Check(sdl, errors);
        RootRules.Check(sdl, errors);
        ScalarRules.ScalarsHaveACoercion(sdl, scalars, errors);
        MemberRules.Check(sdl, errors);
        InterfaceRules.Check(sdl, errors);
        InputObjectRules.Check(sdl, errors);
        DefaultValueCycles.Check(sdl, errors);
        DirectiveDefinitionRules.Check(sdl, errors);
        AppliedDirectiveRules.Check(sdl, constants, errors);
        constants.DefaultsHaveTheTypeOfTheirPlace();
        return errors.InOrder;
    }
}
