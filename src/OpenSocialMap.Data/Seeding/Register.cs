using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Seeding;

/// <summary>The records of a type that the seed names, so that other rows can refer to them.</summary>
internal sealed class Register<T>(string noun)
    where T : class
{
    readonly Dictionary<string, T> _records = new(StringComparer.Ordinal);

    /// <summary>False when the name is taken.</summary>
    public bool Add(string name, T record) => _records.TryAdd(name, record);

    public bool Contains(string name) => _records.ContainsKey(name);

    /// <summary>The record that a cell refers to; null when the cell is empty, or reported when it names nothing.</summary>
    public T? Find(SeedRow row, string column) => row.Text(column) is { } name ? Find(row, column, name) : null;

    public T? FindRequired(SeedRow row, string column)
    {
        row.Required(column);
        return Find(row, column);
    }

    public T? Find(SeedRow row, string column, string name)
    {
        if (_records.TryGetValue(name, out var record))
            return record;
        row.Problem(column, $"there is no {noun} \"{name}\"{Suggestion.For(name, _records.Keys)}; name one that the seed has, or add it");
        return null;
    }
}
