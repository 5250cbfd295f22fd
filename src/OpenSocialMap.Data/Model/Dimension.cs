namespace OpenSocialMap.Data.Model;

/// <summary>What a dataset's figures are divided by, besides indicator, area and period.</summary>
public sealed class Dimension
{
    public int Key { get; private set; }
    public int DatasetKey { get; set; }
    public Dataset Dataset { get; set; } = null!;

    /// <summary>Unique in the dataset; never changes, for releases name it.</summary>
    public string Code { get; set; } = null!;

    public string Name { get; set; } = null!;
    public string NameEnglish { get; set; } = null!;
    public int Position { get; set; }

    /// <summary>Whether the categories at one level add up to the total.</summary>
    public bool IsAdditive { get; set; }

    public List<Category> Categories { get; } = [];
}
