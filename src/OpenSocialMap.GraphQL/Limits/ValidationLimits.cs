namespace OpenSocialMap.GraphQL.Limits;

/// <summary>The work that checking a document may take. They bound the rules of validation whose work grows faster than the document; no usual document comes near them.</summary>
public static class ValidationLimits
{
    /// <summary>Lists of a type's members that introspection may go through, one inside the other.</summary>
    public const int MaxIntrospectionDepth = 2;

    /// <summary>Comparisons of fields that share a response name.</summary>
    public const int MaxComparisons = 50_000;

    /// <summary>Levels of fragments and selections that are compared. Each is a few frames of the thread's stack.</summary>
    public const int MaxFragmentLevels = 256;

    /// <summary>Steps to find out which operation uses which fragment. Many operations that share many fragments would otherwise cost their product.</summary>
    public const int MaxFragmentSteps = 50_000;
}
