using System.Text;

namespace OpenSocialMap.Cli.Csv;

/// <summary>Reads a CSV file (RFC 4180, UTF-8) record after record, so that its length doesn't matter; each record knows the line that it starts on.</summary>
internal sealed class CsvFile : IDisposable
{
    // A quote that is never closed would otherwise take in the rest of a file of any length.
    const int LongestRecord = 1024 * 1024;

    static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly FileStream _file;
    readonly byte[] _buffer = new byte[64 * 1024];
    readonly MemoryStream _line = new();
    int _at;
    int _filled;
    int _lineNumber;

    CsvFile(FileStream file) => _file = file;

    public static CsvFile Open(string path) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan));

    public long Length => _file.Length;

    /// <summary>How many bytes have been taken in.</summary>
    public long Position => _file.Position - (_filled - _at);

    /// <summary>The next record that isn't an empty line; null at the end of the file.</summary>
    public CsvRecord? Next()
    {
        while (true)
        {
            var (text, mistake) = NextLine();
            if (text is null)
                return null;
            var start = _lineNumber;
            if (mistake is not null)
                return new(start, [], mistake);
            if (text.Length == 0)
                continue;
            var cells = CsvLine.Split(text, out mistake);
            while (cells is null)
            {
                // The quote is still open: the cell goes on, on the next line.
                var (more, spoilt) = NextLine();
                if (spoilt is not null)
                    return new(start, [], spoilt);
                if (more is null || text.Length + more.Length > LongestRecord)
                    return new(start, [], "a quoted cell is never closed; add the closing quote");
                text = text + '\n' + more;
                cells = CsvLine.Split(text, out mistake);
            }
            return new(start, cells, mistake);
        }
    }

    (string? Text, string? Mistake) NextLine()
    {
        _line.SetLength(0);
        while (true)
        {
            if (_at == _filled)
            {
                _at = 0;
                _filled = _file.Read(_buffer);
                if (_filled == 0)
                {
                    if (_line.Length == 0)
                        return (null, null);
                    break;
                }
            }
            var end = Array.IndexOf(_buffer, (byte)'\n', _at, _filled - _at);
            var stop = end < 0 ? _filled : end;
            _line.Write(_buffer, _at, stop - _at);
            _at = end < 0 ? _filled : end + 1;
            if (end >= 0)
                break;
            if (_line.Length > LongestRecord)
                return TooLong();
        }
        _lineNumber++;
        return Decode(new ReadOnlySpan<byte>(_line.GetBuffer(), 0, (int)_line.Length));
    }

    (string? Text, string? Mistake) TooLong()
    {
        _lineNumber++;
        return ("", "the line is longer than a megabyte; end each record with a line feed");
    }

    (string? Text, string? Mistake) Decode(ReadOnlySpan<byte> bytes)
    {
        if (_lineNumber == 1 && bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return ("", "the file is UTF-16; save it as UTF-8");
        if (_lineNumber == 1 && bytes is [0xEF, 0xBB, 0xBF, ..])
            bytes = bytes[3..];
        if (bytes is [.., (byte)'\r'])
            bytes = bytes[..^1];
        try
        {
            return (_strict.GetString(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            return ("", "a letter is not UTF-8; save the file as UTF-8");
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _line.Dispose();
    }
}
