using System.Text;

namespace OpenSocialMap.Data.Seeding;

/// <summary>Splits CSV text (RFC 4180) into records that know the line they start on; a quoted cell may run over several lines.</summary>
internal sealed class CsvRecords(string text)
{
    int _at;
    int _line = 1;

    /// <summary>What is wrong with the record that was read last; null when it is well formed.</summary>
    public string? Mistake { get; private set; }

    /// <summary>The line on which the record that was read last starts.</summary>
    public int Line { get; private set; }

    /// <summary>The next record's cells, or null at the end.</summary>
    public string[]? Next()
    {
        if (_at >= text.Length)
            return null;
        Mistake = null;
        Line = _line;
        var cells = new List<string>();
        do
            cells.Add(_at < text.Length && text[_at] == '"' ? QuotedCell() : BareCell());
        while (Skip(','));
        EndLine();
        return [.. cells];
    }

    string BareCell()
    {
        var start = _at;
        while (_at < text.Length && text[_at] is not (',' or '\n' or '\r'))
            _at++;
        var cell = text[start.._at];
        if (cell.Contains('"', StringComparison.Ordinal))
            Mistake ??= "a quote stands inside a cell; put the whole cell in quotes and double the quotes inside";
        return cell;
    }

    string QuotedCell()
    {
        var cell = new StringBuilder();
        _at++;
        while (_at < text.Length)
        {
            var letter = text[_at++];
            if (letter == '"' && !Skip('"'))
                return Closed(cell.ToString());
            if (letter == '\n')
                _line++;
            cell.Append(letter);
        }
        Mistake ??= "a quoted cell is never closed; add the closing quote";
        return cell.ToString();
    }

    string Closed(string cell)
    {
        if (_at < text.Length && text[_at] is not (',' or '\n' or '\r'))
        {
            Mistake ??= "there is text after a closing quote; put the whole cell in quotes and double the quotes inside";
            BareCell();
        }
        return cell;
    }

    bool Skip(char letter)
    {
        if (_at >= text.Length || text[_at] != letter)
            return false;
        _at++;
        return true;
    }

    void EndLine()
    {
        Skip('\r');
        Skip('\n');
        _line++;
    }
}
