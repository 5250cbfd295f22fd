using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Data.Seeding;

namespace OpenSocialMap.Data.Figures;

/// <summary>Reads a release file row by row, whatever its size, and reports what can't be so with its line.</summary>
public sealed class ReleaseFileReader
{
    /// <summary>A file with more mistakes than these is mended in steps.</summary>
    public const int MaxProblems = 100;

    readonly Stream _file;
    readonly List<(int Line, string Problem)> _problems = [];
    ReleaseRow? _last;

    /// <param name="file">Stays open.</param>
    public ReleaseFileReader(Stream file) => _file = file;

    /// <summary>What is wrong, in the order of the lines.</summary>
    public IReadOnlyList<(int Line, string Problem)> Problems => _problems;

    /// <summary>The line of the row that was read last.</summary>
    public int Line { get; private set; }

    /// <summary>The SHA-256 of the file, in hexadecimal, once all is read.</summary>
    public string Checksum { get; private set; } = "";

    /// <summary>Its well-formed rows. Look at <see cref="Problems"/> after the last.</summary>
    public IEnumerable<ReleaseRow> Rows()
    {
        using var hash = SHA256.Create();
        using (var hashed = new CryptoStream(_file, hash, CryptoStreamMode.Read, leaveOpen: true))
        using (var text = new StreamReader(hashed, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, 1 << 16))
        {
            if (!ReadsHeader(text))
                yield break;
            while (_problems.Count < MaxProblems && NextLine(text) is { } line)
            {
                Line++;
                if (Read(line) is { } row)
                    yield return row;
            }
        }
        Checksum = Convert.ToHexStringLower(hash.Hash ?? []);
    }

    /// <summary>Adds what is wrong with the row that was read last.</summary>
    public void Problem(string column, string problem) => _problems.Add((Line, column == "" ? problem : $"{column}: {problem}"));

    /// <exception cref="ReleaseFileException">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
            throw new ReleaseFileException(_problems);
    }

    bool ReadsHeader(StreamReader text)
    {
        Line = 1;
        var header = NextLine(text);
        if (header == string.Join(',', ReleaseFile.Columns))
            return true;
        Problem("", $"the first line names the columns, in this order: {string.Join(',', ReleaseFile.Columns)}");
        return false;
    }

    string? NextLine(StreamReader text)
    {
        try
        {
            return text.ReadLine();
        }
        catch (DecoderFallbackException)
        {
            Line++;
            Problem("", "a letter is not UTF-8; save the file as UTF-8");
            return null;
        }
    }

    ReleaseRow? Read(string line)
    {
        var before = _problems.Count;
        var records = new CsvRecords(line);
        var cells = records.Next() ?? [];
        if (records.Mistake is { } mistake)
            Problem("", mistake);
        else if (cells.Length != ReleaseFile.Columns.Count)
            Problem("", $"there are {cells.Length} cells for {ReleaseFile.Columns.Count} columns; put a cell with a comma in quotes");
        if (_problems.Count > before)
            return null;
        var row = Row(cells);
        if (_last is not null && ReleaseRow.Compare(_last, row) is >= 0 and var order)
            Problem("", order == 0 ? "this row is there already; remove one" : "this row comes before the one above it; sort by indicator, area, time_period and breakdown");
        _last = row;
        return _problems.Count == before ? row : null;
    }

    ReleaseRow Row(string[] cells)
    {
        if (!SdmxCode.TryReadStatus(cells[6], out var status))
            Problem("obs_status", $"\"{cells[6]}\" is no status of a figure; write one of A P E B L M Q");
        if (!SdmxCode.TryReadConfidentiality(cells[7], out var confidentiality))
            Problem("conf_status", $"\"{cells[7]}\" is no confidentiality; write F, or C for what is withheld");
        else if ((confidentiality == Confidentiality.Confidential) != (status == ObservationStatus.Suppressed))
            Problem("conf_status", "exactly what is withheld (obs_status Q) is confidential (C); make the two agree");
        var row = new ReleaseRow(
            Required(cells, 0), Required(cells, 1), Year(cells[2]), Required(cells, 3), cells[4], Value(cells[5], status), status, confidentiality,
            cells[8] == "" ? null : cells[8], Required(cells, 9), cells[10] == "" ? null : cells[10], Required(cells, 11));
        if (row.TimePeriod != "" && !TimePeriod.IsOne(row.TimePeriod))
            Problem("time_period", $"\"{row.TimePeriod}\" is no period; write 2022, 2022-10, 2022-10-11, 2022-Q1 or 2022-S1");
        if (Breakdown.Read(row.Breakdown) is null)
            Problem("breakdown", $"\"{row.Breakdown}\" is no breakdown; write dimension=CATEGORY|dimension=CATEGORY, sorted by dimension");
        if (row.StatedOn != "" && !SeedRow.IsReducedDate(row.StatedOn))
            Problem("stated_on", $"\"{row.StatedOn}\" is no date; write 2022, 2022-10 or 2022-10-11");
        if (row is { Status: ObservationStatus.Suppressed, Note: not null })
            Problem("note", "what is withheld has no note: nothing may tell one withheld cell from another; empty this cell");
        return row;
    }

    string Required(string[] cells, int column)
    {
        if (cells[column] == "")
            Problem(ReleaseFile.Columns[column], "this cell is empty; every row needs it");
        return cells[column];
    }

    int? Year(string text)
    {
        if (text == "")
            return null;
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return year;
        Problem("area_year", $"\"{text}\" is no year; write it like 2023");
        return null;
    }

    decimal? Value(string text, ObservationStatus status)
    {
        if (SdmxCode.HasNoValue(status) != (text == ""))
            Problem("value", text == "" ? "there is no value; fill it in, or give a status such as L" : "the status says that there is no value; empty this cell");
        if (text == "")
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return value;
        Problem("value", $"\"{text}\" is no number; write digits, with a point before decimals");
        return null;
    }
}
