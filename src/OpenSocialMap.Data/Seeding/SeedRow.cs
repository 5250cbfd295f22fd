using System.Globalization;
using System.Text.RegularExpressions;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Seeding;

/// <summary>One row of a seed file. Each reader returns what a cell says, and reports a cell that can't be read.</summary>
internal sealed partial class SeedRow(string file, int line, IReadOnlyDictionary<string, string> cells, SeedProblems problems)
{
    static readonly string[] _precisions = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    public IReadOnlyDictionary<string, string> Cells => cells;

    /// <summary>Whether something of this row could not be read or can't be so.</summary>
    public bool HasProblem { get; private set; }

    public void Problem(string column, string problem)
    {
        HasProblem = true;
        problems.Add(file, line, column, problem);
    }

    public bool SaysAnyOf(IEnumerable<string> columns) => columns.Any(column => !string.IsNullOrWhiteSpace(cells[column]));

    /// <summary>What the cell says; null when it is empty.</summary>
    public string? Text(string column)
    {
        var text = cells[column];
        if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
            Problem(column, "there is a space before or after the text; remove it");
        if (text.Contains('\0'))
            Problem(column, "there is an invisible character in the text; remove it");
        return text.Trim() is { Length: > 0 } said ? said : null;
    }

    public string Required(string column)
    {
        var text = Text(column);
        if (text is null)
            Problem(column, "this cell is empty; every row needs it");
        return text ?? "";
    }

    public string Slug(string column)
    {
        var slug = Required(column);
        if (slug != "" && !SlugShape().IsMatch(slug))
            Problem(column, $"\"{slug}\" is no slug; use lower-case letters a-z, digits and single hyphens");
        return slug;
    }

    public int? Integer(string column, int minimum = 0, int maximum = int.MaxValue)
    {
        if (Text(column) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum)
            return number;
        Problem(column, $"\"{text}\" is no whole number{(maximum == int.MaxValue ? $" of {minimum} or more" : $" from {minimum} to {maximum}")}; write digits only");
        return null;
    }

    public decimal? Decimal(string column)
    {
        if (Text(column) is not { } text)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        Problem(column, $"\"{text}\" is no number; write digits, with a point before decimals");
        return null;
    }

    public bool? Boolean(string column) => Text(column) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var other => Unknown<bool?>(column, other, ["true", "false"]),
    };

    public T? Choice<T>(string column)
        where T : struct, Enum
    {
        if (Text(column) is not { } text)
            return null;
        return Spelling.TryRead<T>(text, out var value) ? value : Unknown<T?>(column, text, Spelling.All<T>());
    }

    public T RequiredChoice<T>(string column)
        where T : struct, Enum
    {
        Required(column);
        return Choice<T>(column) ?? default;
    }

    /// <summary>The parts of a cell that holds a list, joined by |.</summary>
    public IReadOnlyList<string> List(string column)
    {
        var parts = Text(column)?.Split('|') ?? [];
        if (parts.Any(part => part.Trim() != part || part == ""))
            Problem(column, "the list has an empty part or a space beside a |; join the parts as a|b");
        foreach (var repeated in parts.CountBy(part => part).Where(part => part.Value > 1))
            Problem(column, $"\"{repeated.Key}\" is in the list twice; remove one");
        return parts;
    }

    public List<T> Choices<T>(string column)
        where T : struct, Enum =>
        [.. List(column).Select(part => Spelling.TryRead<T>(part, out var value) ? value : Unknown<T>(column, part, Spelling.All<T>()))];

    /// <summary>Texts of a given shape; null when the cell is empty.</summary>
    public List<string>? Shaped(string column, Regex shape, string example)
    {
        var parts = List(column);
        foreach (var odd in parts.Where(part => !shape.IsMatch(part)))
            Problem(column, $"\"{odd}\" is not as it should be; write it like {example}");
        return parts.Count == 0 ? null : [.. parts];
    }

    public string? ShapedOne(string column, Regex shape, string example)
    {
        var text = Text(column);
        if (text is not null && !shape.IsMatch(text))
            Problem(column, $"\"{text}\" is not as it should be; write it like {example}");
        return text;
    }

    public DateOnly? Date(string column) => Parsed<DateOnly>(column, "2022-10-11", DateOnly.TryParseExact, "yyyy-MM-dd");

    public List<DateOnly> Dates(string column) =>
        [.. List(column).Select(part => Parsed<DateOnly>(column, part, "2022-10-11", DateOnly.TryParseExact, "yyyy-MM-dd")).OfType<DateOnly>()];

    public TimeOnly? Time(string column) => Parsed<TimeOnly>(column, "14:30", TimeOnly.TryParseExact, "HH:mm");

    /// <summary>An ISO 8601 date of any precision: 2022, 2022-10, 2022-10-11.</summary>
    public string? ReducedDate(string column)
    {
        var text = Text(column);
        if (text is not null && !IsReducedDate(text))
            Problem(column, $"\"{text}\" is no date; write 2022, 2022-10 or 2022-10-11");
        return text;
    }

    public string? Website(string column)
    {
        var text = Text(column);
        if (text is not null && !(WebsiteShape().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out _)))
            Problem(column, $"\"{text}\" is no web address; write it in full, like https://example.org/page");
        return text;
    }

    public static bool IsReducedDate(string text) =>
        text is ['1' or '2', ..] && DateOnly.TryParseExact(text, _precisions, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    delegate bool TryParse<T>(string text, string format, IFormatProvider culture, DateTimeStyles style, out T value);

    T? Parsed<T>(string column, string example, TryParse<T> parse, string format)
        where T : struct =>
        Text(column) is { } text ? Parsed(column, text, example, parse, format) : null;

    T? Parsed<T>(string column, string text, string example, TryParse<T> parse, string format)
        where T : struct
    {
        if (parse(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value))
            return value;
        Problem(column, $"\"{text}\" can't be read; write it like {example}");
        return null;
    }

    T? Unknown<T>(string column, string text, IEnumerable<string> known)
    {
        Problem(column, $"\"{text}\" is not one of the known values{Suggestion.For(text, known)}; they are {string.Join(' ', known)}");
        return default;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex SlugShape();

    [GeneratedRegex(@"^https?://[^/\s]+(/\S*)?$")]
    private static partial Regex WebsiteShape();
}
