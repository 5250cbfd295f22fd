namespace OpenSocialMap.Cli.Tables;

/// <summary>Along what a total is split into its parts.</summary>
internal enum RelationSort
{
    Areas,

    /// <summary>By categories that nobody is in twice.</summary>
    Categories,

    /// <summary>By categories that somebody may be in twice.</summary>
    OverlappingCategories,

    Periods,
}
