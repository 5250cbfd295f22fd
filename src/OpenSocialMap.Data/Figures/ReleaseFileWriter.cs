using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenSocialMap.Data.Figures;

/// <summary>Writes a release file row by row, and knows its checksum in the end.</summary>
public sealed class ReleaseFileWriter : IDisposable
{
    readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    readonly Stream _file;
    readonly StringBuilder _line = new();
    ReleaseRow? _last;

    /// <param name="file">Stays open; its end belongs to the caller.</param>
    public ReleaseFileWriter(Stream file)
    {
        _file = file;
        Write(ReleaseFile.Columns);
    }

    public int Count { get; private set; }

    /// <exception cref="ArgumentException">The row does not come after the one before it, or says what no row can say.</exception>
    public void Write(ReleaseRow row)
    {
        if (_last is not null && ReleaseRow.Compare(_last, row) >= 0)
            throw new ArgumentException($"The rows of a release are sorted and each is there once: {row.Indicator}, {row.Area}, {row.TimePeriod}, {row.Breakdown}.");
        if (SdmxCode.HasNoValue(row.Status) != row.Value is null)
            throw new ArgumentException($"The value and the status of a row must agree: {row.Indicator}, {row.Area}, {row.TimePeriod}, {row.Breakdown}.");
        Write([
            row.Indicator,
            row.Area,
            row.AreaYear?.ToString(CultureInfo.InvariantCulture) ?? "",
            row.TimePeriod,
            row.Breakdown,
            row.Value is { } value ? Number(value) : "",
            SdmxCode.Of(row.Status).ToString(),
            SdmxCode.Of(row.Confidentiality).ToString(),
            row.Note ?? "",
            row.Source,
            row.Locator ?? "",
            row.StatedOn,
        ]);
        _last = row;
        Count++;
    }

    /// <summary>The SHA-256 of all that was written, in hexadecimal. Nothing is written after it.</summary>
    public string Checksum()
    {
        _file.Flush();
        return Convert.ToHexStringLower(_hash.GetHashAndReset());
    }

    public void Dispose() => _hash.Dispose();

    // Without zeros at the end, so that a value has one spelling.
    static string Number(decimal value) => (value / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    void Write(IReadOnlyList<string> cells)
    {
        _line.Clear();
        for (var i = 0; i < cells.Count; i++)
            _line.Append(i == 0 ? "" : ",").Append(Quoted(cells[i]));
        var bytes = Encoding.UTF8.GetBytes(_line.Append('\n').ToString());
        _hash.AppendData(bytes);
        _file.Write(bytes);
    }

    static string Quoted(string cell)
    {
        if (cell.AsSpan().IndexOfAny('\n', '\r') >= 0)
            throw new ArgumentException("A cell of a release file has no line breaks.");
        return cell.AsSpan().IndexOfAny(',', '"') < 0 ? cell : $"\"{cell.Replace("\"", "\"\"")}\"";
    }
}
