using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>Where operations start. https://spec.graphql.org/September2025/#sec-Root-Operation-Types</summary>
internal static class RootRules
{
    private static readonly OperationKind[] Kinds = [OperationKind.Query, OperationKind.Mutation, OperationKind.Subscription];

    public static void Check(MergedSdl sdl, SchemaErrors errors)
    {
        QueryRootIsProvided(sdl, errors);
        RootTypesAreObjects(sdl, errors);
        RootTypesDiffer(sdl, errors);
    }

    private static void QueryRootIsProvided(MergedSdl sdl, SchemaErrors errors)
    {
        if (sdl.RootName(OperationKind.Query) is null)
        {
            errors.Report("Query root type must be provided.", sdl.SchemaDefinition);
        }
    }

    private static void RootTypesAreObjects(MergedSdl sdl, SchemaErrors errors)
    {
        foreach (var kind in Kinds)
        {
            if (sdl.RootName(kind) is not { } name || sdl.FindType(name) is null or ObjectDefinition) continue;
            var provided = kind == OperationKind.Query ? "" : " if provided";
            errors.Report($"{kind} root type must be Object type{provided}, it cannot be {name}.", NodeOf(sdl, kind));
        }
    }

    private static void RootTypesDiffer(MergedSdl sdl, SchemaErrors errors)
    {
        var roots = Kinds.Select(kind => (Kind: kind, Name: sdl.RootName(kind))).Where(root => root.Name is not null);
        foreach (var same in roots.GroupBy(root => root.Name!).Where(g => g.Count() > 1))
        {
            var kinds = string.Join(" and ", same.Select(root => Printer.KeywordOf(root.Kind)));
            errors.Report($"All root types must be different, \"{same.Key}\" type is used as {kinds} root types.",
                same.Select(root => NodeOf(sdl, root.Kind)));
        }
    }

    private static Node? NodeOf(MergedSdl sdl, OperationKind kind) =>
        sdl.Root(kind) is { } root ? root.Type : sdl.PartsOf(kind.ToString()).FirstOrDefault();
}
