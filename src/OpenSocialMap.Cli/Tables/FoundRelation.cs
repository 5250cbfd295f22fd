namespace OpenSocialMap.Cli.Tables;

/// <summary>A total and its parts, by their numbers in the table.</summary>
/// <param name="IsComplete">Every part that there can be is in the table.</param>
internal sealed record FoundRelation(RelationSort Sort, int Total, int[] Parts, bool IsComplete);
