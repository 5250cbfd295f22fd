namespace OpenSocialMap.Data.Model;

/// <summary>One value of a dimension.</summary>
public sealed class Category
{
    public int Key { get; private set; }
    public int DimensionKey { get; set; }
    public Dimension Dimension { get; set; } = null!;

    /// <summary>Unique in the dimension; never changes, for releases name it.</summary>
    public string Code { get; set; } = null!;

    public string Name { get; set; } = null!;
    public string NameEnglish { get; set; } = null!;
    public int? ParentKey { get; set; }

    /// <summary>The category that takes this one in.</summary>
    public Category? Parent { get; set; }

    public int Position { get; set; }
}
