namespace OpenSocialMap.Data.Model;

/// <summary>After how many months without a word a record of some type is stale.</summary>
public sealed class FreshnessRule
{
    public int Key { get; private set; }

    /// <summary>The type as the public schema calls it.</summary>
    public string RecordType { get; set; } = null!;

    public int Months { get; set; }

    /// <summary>In Dutch.</summary>
    public string Reason { get; set; } = null!;
}
