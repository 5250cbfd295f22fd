namespace OpenSocialMap.GraphQL.Limits;

/// <summary>How large an operation may be by its shape alone, before anything is planned. Each operation of a document is held against them.</summary>
public sealed record OperationLimits
{
    /// <summary>Levels of fields below the root. The usual introspection queries have thirteen to fifteen.</summary>
    public int MaxDepth { get; init; } = 20;

    /// <summary>Fields, once fragments are written out.</summary>
    public int MaxFields { get; init; } = 2_000;

    /// <summary>Fields at the root.</summary>
    public int MaxRootFields { get; init; } = 50;

    /// <summary>Fields that have an alias, once fragments are written out.</summary>
    public int MaxAliases { get; init; } = 200;

    /// <summary>Directives anywhere in the operation, once fragments are written out.</summary>
    public int MaxDirectives { get; init; } = 200;

    /// <summary>Directives on one field, fragment, variable or operation.</summary>
    public int MaxDirectivesPerPlace { get; init; } = 5;

    /// <summary>Variables that an operation defines.</summary>
    public int MaxVariables { get; init; } = 100;
}
