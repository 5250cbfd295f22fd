namespace OpenSocialMap.Cli.Tables;

/// <summary>Texts that many cells share, each kept once and known by a number.</summary>
internal sealed class Words
{
    readonly List<string> _texts = [];
    readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int Count => _texts.Count;

    public string this[int number] => _texts[number];

    public int Number(string text)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            number = _texts.Count;
            _numbers[text] = number;
            _texts.Add(text);
        }
        return number;
    }

    /// <summary>The number of a text that was seen before; null of any other.</summary>
    public int? Find(string text) => _numbers.TryGetValue(text, out var number) ? number : null;
}
