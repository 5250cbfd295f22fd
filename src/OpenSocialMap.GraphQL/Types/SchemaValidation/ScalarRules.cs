using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>The server can read every scalar that the schema names.</summary>
internal static class ScalarRules
{
    public static void ScalarsHaveACoercion(MergedSdl sdl, IReadOnlyDictionary<string, ScalarCoercion> scalars, SchemaErrors errors)
    {
        foreach (var scalar in sdl.Types.OfType<ScalarDefinition>().Where(s => !scalars.ContainsKey(s.Name.Value)))
        {
            errors.Report($"Scalar type {scalar.Name.Value} has no coercion: nothing says how its input is read.",
                sdl.PartsOf(scalar.Name.Value).First());
        }
    }
}
