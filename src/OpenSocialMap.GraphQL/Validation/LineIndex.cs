using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation;

/// <summary>
/// Finds lines and columns in a text that is asked about often, without reading it from the start each time: an error can name
/// thousands of places, and a whole document can be one line.
/// </summary>
internal sealed class LineIndex(Source source)
{
    private const int Block = 512;

    private readonly ReadOnlyMemory<byte> _text = source.Body;
    private List<int>? _lines;
    private int[] _unitsBefore = [];

    public Location LocationOf(int offset)
    {
        if (_lines is null)
        {
            _lines = LineStarts(_text.Span);
            _unitsBefore = UnitsBeforeBlocks(_text.Span);
        }
        var index = _lines.BinarySearch(offset);
        var line = index < 0 ? ~index - 1 : index;
        return new Location(line + 1, UnitsBefore(offset) - UnitsBefore(_lines[line]) + 1);
    }

    private static List<int> LineStarts(ReadOnlySpan<byte> text)
    {
        var starts = new List<int> { 0 };
        for (var position = 0; text[position..].IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and var step;)
        {
            position += step;
            position += text[position..].StartsWith("\r\n"u8) ? 2 : 1;
            starts.Add(position);
        }
        return starts;
    }

    private static int[] UnitsBeforeBlocks(ReadOnlySpan<byte> text)
    {
        var before = new int[(text.Length / Block) + 1];
        for (var i = 1; i < before.Length; i++)
        {
            before[i] = before[i - 1] + Units(text.Slice((i - 1) * Block, Block));
        }
        return before;
    }

    private int UnitsBefore(int offset)
    {
        var block = offset / Block;
        return _unitsBefore[block] + Units(_text.Span[(block * Block)..offset]);
    }

    /// <summary>The number of UTF-16 code units that these bytes begin: one for each character, two for one of four bytes.</summary>
    private static int Units(ReadOnlySpan<byte> bytes)
    {
        var units = 0;
        foreach (var b in bytes)
        {
            units += (b & 0b1100_0000) == 0b1000_0000 ? 0 : b >= 0b1111_0000 ? 2 : 1;
        }
        return units;
    }
}
