namespace OpenSocialMap.Data.Seeding;

/// <summary>What seeding did to the records.</summary>
public sealed record SeedResult(int Inserted, int Updated, int Unpublished)
{
    /// <summary>Whether the files were those of the last time, so that there was nothing to look at.</summary>
    public bool Skipped { get; init; }
}
