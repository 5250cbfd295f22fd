namespace OpenSocialMap.Disclosure;

/// <summary>A total and its parts, by their indices in the table.</summary>
public sealed record Relation(RelationKind Kind, int Total, IReadOnlyList<int> Parts)
{
    public static Relation Sum(int total, params int[] parts) => new(RelationKind.Sum, total, parts);

    public static Relation Cover(int total, params int[] parts) => new(RelationKind.Cover, total, parts);
}
