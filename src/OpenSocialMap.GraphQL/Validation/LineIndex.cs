using System.Text;
using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation;

/// <summary>Finds lines and columns in a text that is asked about often, without reading it from the start each time.</summary>
internal sealed class LineIndex(Source source)
{
    private List<int>? _starts;

    public Location LocationOf(int offset)
    {
        _starts ??= Starts(source.Body.Span);
        var index = _starts.BinarySearch(offset);
        var line = index < 0 ? ~index - 1 : index;
        return new Location(line + 1, Encoding.UTF8.GetCharCount(source.Body.Span[_starts[line]..offset]) + 1);
    }

    private static List<int> Starts(ReadOnlySpan<byte> text)
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
}
