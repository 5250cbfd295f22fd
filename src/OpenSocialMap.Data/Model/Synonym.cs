namespace OpenSocialMap.Data.Model;

/// <summary>A word that people search by, and what else they mean by it.</summary>
public sealed class Synonym
{
    /// <summary>Internal, and never shown.</summary>
    public int Key { get; private set; }

    public string Word { get; set; } = null!;

    /// <summary>Other words, or several words that must all be there, such as "samen eten".</summary>
    public List<string> Means { get; set; } = [];
}
