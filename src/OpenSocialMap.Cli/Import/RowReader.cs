using System.Globalization;
using System.Text.RegularExpressions;
using OpenSocialMap.Cli.Catalog;
using OpenSocialMap.Cli.Csv;
using OpenSocialMap.Cli.Tables;
using OpenSocialMap.Data.Figures;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Data.Seeding;

namespace OpenSocialMap.Cli.Import;

/// <summary>Reads the rows of a file of raw figures against the catalogue, and reports what can't be so.</summary>
internal sealed partial class RowReader(RawColumns columns, Vocabulary words, Problems problems)
{
    readonly FigureCatalog _catalog = words.Catalog;
    readonly Dictionary<string, int?> _breakdowns = new(StringComparer.Ordinal);
    readonly Dictionary<string, int?> _periods = new(StringComparer.Ordinal);
    int _line;
    bool _isGood;

    /// <summary>The row; null when something is wrong with it.</summary>
    public RawRow? Read(CsvRecord record)
    {
        (_line, _isGood) = (record.Line, true);
        if (record.Mistake is { } mistake)
            return Wrong("", mistake);
        if (record.Cells.Length != columns.Count)
            return Wrong("", $"there are {record.Cells.Length} cells for {columns.Count} columns; put a cell with a comma in quotes");
        var indicator = Known(record, "indicator", _catalog.OwnIndicators, $"an indicator of dataset {_catalog.Dataset.Slug}");
        var area = Area(record);
        var period = Cached(_periods, Required(record, "time_period"), Period);
        var breakdown = Cached(_breakdowns, Trimmed(record, "breakdown"), ReadBreakdown);
        var source = Known(record, "source", _catalog.Sources, "a source (seed/sources.csv)");
        var status = Status(record);
        var value = indicator is null ? null : Value(record, indicator, status);
        var denominator = indicator is null ? null : Denominator(record, indicator);
        var (largest, second) = indicator is null ? default : Contributions(record, indicator, value);
        var stated = Required(record, "stated_on");
        if (stated != "" && !SeedRow.IsReducedDate(stated))
            Wrong("stated_on", $"\"{stated}\" is no date; write 2022, 2022-10 or 2022-10-11");
        var (locator, note) = (Words(record, "locator"), Words(record, "note"));
        if (note is not null && Number().IsMatch(Year().Replace(note, "")))
            Wrong("note", "a note is published as it is, and a number in it could tell what is withheld; leave numbers out, years apart");
        return _isGood
            ? new(_line, new(indicator!.Key, area!.Key, period!.Value, breakdown!.Value), value, denominator, largest, second, status, source, locator, stated, note)
            : null;
    }

    CatalogArea? Area(CsvRecord record)
    {
        var area = Known(record, "area", _catalog.AreasByName, "an area, by its CBS code or its readable name");
        var year = Trimmed(record, "area_year");
        if (area is not null && year != "" && area.Year?.ToString(CultureInfo.InvariantCulture) != year)
            Wrong("area_year", area.Year is { } known
                ? $"{area.Name} is known here as it was in {known}, not in {year}; areas change, so convert the figures to the areas of {known}"
                : $"{area.Name} has no year; leave the cell empty");
        return area;
    }

    int? Period(string text)
    {
        if (TimePeriod.IsOne(text))
            return words.Periods.Number(text);
        Wrong("time_period", $"\"{text}\" is no period; write 2022, 2022-Q1, 2022-S1, 2022-10 or 2022-10-11");
        return null;
    }

    int? ReadBreakdown(string text)
    {
        var categories = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text == "" ? [] : text.Split('|'))
        {
            if (part.Split('=') is not [var code, var category])
                return WrongBreakdown($"\"{part}\" can't be read; write dimension=CATEGORY, joined by |, or leave the cell empty for the total");
            if (_catalog.Dimensions.FirstOrDefault(it => it.Code == code) is not { } dimension)
                return WrongBreakdown($"\"{code}\" is no dimension of dataset {_catalog.Dataset.Slug}{Suggestion.For(code, _catalog.Dimensions.Select(it => it.Code))}"
                    + (_catalog.Dimensions.Count == 0 ? ", which has none" : $"; its dimensions are {string.Join(", ", _catalog.Dimensions.Select(it => it.Code))}"));
            if (!dimension.Parents.ContainsKey(category))
                return WrongBreakdown($"\"{category}\" is no category of {code}{Suggestion.For(category, dimension.Parents.Keys)}; "
                    + $"its categories are {string.Join(", ", dimension.Parents.Keys)}");
            if (!categories.TryAdd(code, category))
                return WrongBreakdown($"\"{code}\" is there twice; a cell has one category of a dimension");
        }
        return words.Breakdowns.Number(Breakdown.Of(categories.Select(it => (it.Key, it.Value))));
    }

    int? WrongBreakdown(string problem)
    {
        Wrong("breakdown", problem);
        return null;
    }

    ObservationStatus Status(CsvRecord record)
    {
        var text = Trimmed(record, "obs_status");
        if (text == "")
            return ObservationStatus.Normal;
        if (SdmxCode.TryReadStatus(text, out var status) && status != ObservationStatus.Suppressed)
            return status;
        Wrong("obs_status", text == "Q"
            ? "what is withheld is decided by the release and not by the file; give the raw value"
            : $"\"{text}\" is no status; they are A (normal, also when empty), P (provisional), E (estimated), B (break), L (not collected), M (cannot exist)");
        return ObservationStatus.Normal;
    }

    decimal? Value(CsvRecord record, CatalogIndicator indicator, ObservationStatus status)
    {
        var text = Trimmed(record, "value");
        if (SdmxCode.HasNoValue(status))
        {
            if (text != "")
                Wrong("value", $"there is a value, and status {SdmxCode.Of(status)} says that there is none; remove one of the two");
            return null;
        }
        if (text == "")
        {
            Wrong("value", "this cell is empty; write the value, or the status L (not collected) or M (cannot exist)");
            return null;
        }
        if (Number("value", text) is not { } value)
            return null;
        var mayBeNegative = _catalog.Dataset.IsUnprotected && indicator.Measure is Measure.Amount or Measure.Mean;
        if (value < 0 && !mayBeNegative)
            Wrong("value", $"{text} is below 0, and {indicator.Slug} can't be; correct it");
        else if (indicator.Measure == Measure.Count && value != decimal.Truncate(value))
            Wrong("value", $"{text} is no whole number, and {indicator.Slug} is a count; give the count, not a rounded or averaged one");
        else if (indicator.Measure == Measure.Percentage && value > 100)
            Wrong("value", $"{text} is more than 100 per cent; correct it");
        else if (value.Scale > indicator.Decimals && value != decimal.Round(value, indicator.Decimals))
            Wrong("value", $"{text} has more than the {indicator.Decimals} decimals that {indicator.Slug} is published with; round it, or change the indicator");
        return value;
    }

    decimal? Denominator(CsvRecord record, CatalogIndicator indicator)
    {
        var text = Trimmed(record, "denominator");
        if (text == "")
            return null;
        if (!indicator.IsRatio)
        {
            Wrong("denominator", $"{indicator.Slug} is no percentage or mean; leave the cell empty");
            return null;
        }
        if (Number("denominator", text) is not { } value)
            return null;
        if (value < 0 || value != decimal.Truncate(value))
            Wrong("denominator", $"{text} is no whole number of 0 or more; give the number of persons or things that the value is over");
        return value;
    }

    // By these alone it is known whether an amount would tell what somebody brought in.
    (decimal? Largest, decimal? Second) Contributions(CsvRecord record, CatalogIndicator indicator, decimal? amount)
    {
        var (largest, second) = (Contribution(record, "largest_contribution", indicator), Contribution(record, "second_contribution", indicator));
        if (amount > 0 && largest is null && _catalog.NeedsContributions(indicator))
            Wrong("largest_contribution", $"this cell is empty; {indicator.Slug} is an amount that is judged by its two largest contributions (the second is empty when there is one alone)");
        else if (second > (largest ?? 0))
            Wrong("second_contribution", "it is more than the largest one; exchange them");
        else if (largest + (second ?? 0) > amount)
            Wrong("largest_contribution", $"the two largest contributions come to more than the value, {amount:0.######}; correct one of them");
        return (largest, second);
    }

    decimal? Contribution(CsvRecord record, string column, CatalogIndicator indicator)
    {
        var text = Trimmed(record, column);
        if (text == "")
            return null;
        if (indicator.Measure != Measure.Amount)
        {
            Wrong(column, $"{indicator.Slug} is no amount; leave the cell empty");
            return null;
        }
        if (Number(column, text) is not { } value)
            return null;
        if (value < 0)
            Wrong(column, $"{text} is below 0, and a contribution can't be; correct it");
        return value;
    }

    decimal? Number(string column, string text)
    {
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        Wrong(column, $"\"{text}\" is no number; write digits, with a point before decimals and nothing between thousands");
        return null;
    }

    T? Known<T>(CsvRecord record, string column, IReadOnlyDictionary<string, T> known, string what)
    {
        var text = Required(record, column);
        if (text == "")
            return default;
        if (known.TryGetValue(text, out var found))
            return found;
        Wrong(column, $"\"{text}\" is not {what}{Suggestion.For(text, known.Keys)}");
        return default;
    }

    string Required(CsvRecord record, string column)
    {
        var text = Trimmed(record, column);
        if (text == "")
            Wrong(column, "this cell is empty; every row needs it");
        return text;
    }

    string Trimmed(CsvRecord record, string column)
    {
        var text = columns.Text(record, column);
        if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
            Wrong(column, "there is a space before or after the text; remove it");
        return text.Trim();
    }

    string? Words(CsvRecord record, string column)
    {
        var text = Trimmed(record, column);
        if (text.Any(char.IsControl))
            Wrong(column, "there is a line end or an invisible character in the text; remove it");
        if (text != "" && PersonalDataCheck.FindProblem(text) is { } problem)
            Wrong(column, problem);
        return text == "" ? null : text;
    }

    // A text that was wrong before is wrong on each line that has it.
    static int? Cached(Dictionary<string, int?> known, string text, Func<string, int?> read)
    {
        if (known.TryGetValue(text, out var number) && number is not null)
            return number;
        return known[text] = read(text);
    }

    RawRow? Wrong(string column, string problem)
    {
        _isGood = false;
        problems.Add(_line, column, problem);
        return null;
    }

    [GeneratedRegex(@"(?<!\d)(19|20)\d\d(?!\d)")]
    private static partial Regex Year();

    [GeneratedRegex(@"\d")]
    private static partial Regex Number();
}
