using System.Globalization;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.ICalendar;

/// <summary>Reads the value of one RRULE, part by part, and says of each part that can't be read why.</summary>
internal sealed class ICalendarRuleReader
{
    private static readonly string[] Known = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"];

    private readonly Dictionary<string, string> _parts = [];
    private readonly List<ScheduleProblem> _problems;

    private ICalendarRuleReader(List<ScheduleProblem> problems) => _problems = problems;

    public static (Schedule Rule, ICalendarMoment? Until) Read(string value, List<ScheduleProblem> problems)
    {
        var reader = new ICalendarRuleReader(problems);
        reader.Split(value);
        return (reader.Rule(), reader.Until());
    }

    private void Split(string value)
    {
        foreach (var part in value.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=', 2) is not [var name, var text])
                Complain("RRULE", $"{part} is no part of a rule", "Write parts as NAME=value with a semicolon between them");
            else if (!_parts.TryAdd(name.Trim().ToUpperInvariant(), text.Trim()))
                Complain(name, "it is said twice", "Say it once, with commas between values");
        }
        foreach (var name in _parts.Keys.Except(Known))
            Complain(name, "schedules don't have this part", "Use BYDAY, BYMONTH, BYMONTHDAY and BYSETPOS");
        if (_parts.ContainsKey("COUNT") && _parts.ContainsKey("UNTIL"))
            Complain("COUNT", "the RFC forbids UNTIL beside it", "Leave one of both out");
    }

    private Schedule Rule()
    {
        var interval = Number("INTERVAL") ?? 1;
        var unit = Unit();
        if (_parts.TryGetValue("WKST", out var weekStart) && !weekStart.Equals("MO", StringComparison.OrdinalIgnoreCase)
            && unit is FrequencyUnit.Week && (interval > 1 || _parts.ContainsKey("BYSETPOS")))
            Complain("WKST", "weeks start on Monday here, and another day would give other dates", "Use WKST=MO");
        return new Schedule
        {
            RepeatFrequency = unit is { } known ? new Frequency(interval, known) : null,
            RepeatCount = Number("COUNT"),
            ByDay = Days("BYDAY"),
            ByMonth = Numbers("BYMONTH"),
            ByMonthDay = Numbers("BYMONTHDAY"),
            BySetPosition = Numbers("BYSETPOS"),
        };
    }

    private FrequencyUnit? Unit()
    {
        _parts.TryGetValue("FREQ", out var name);
        FrequencyUnit? unit = name?.ToUpperInvariant() switch
        {
            "DAILY" => FrequencyUnit.Day,
            "WEEKLY" => FrequencyUnit.Week,
            "MONTHLY" => FrequencyUnit.Month,
            "YEARLY" => FrequencyUnit.Year,
            _ => null,
        };
        if (unit is null)
            Complain("FREQ", name is null ? "it is missing" : $"{name} is not supported", "Use DAILY, WEEKLY, MONTHLY or YEARLY");
        return unit;
    }

    private ICalendarMoment? Until()
    {
        if (!_parts.TryGetValue("UNTIL", out var text))
            return null;
        var until = ICalendarMoment.TryParse(text, "", out var why);
        if (until is null)
            Complain("UNTIL", why, "Use 20240314 or 20240314T180000Z");
        return until;
    }

    private int? Number(string name)
    {
        var numbers = Numbers(name);
        if (numbers.Count > 1)
            Complain(name, "it has more than one value", "Use one whole number");
        return numbers.Count > 0 ? numbers[0] : null;
    }

    private EquatableList<int> Numbers(string name)
    {
        var numbers = new List<int>();
        foreach (var text in Values(name))
        {
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                numbers.Add(number);
            else
                Complain(name, $"{text} is no number", "Use whole numbers");
        }
        return [.. numbers];
    }

    private EquatableList<DayOfWeekNumber> Days(string name)
    {
        var days = new List<DayOfWeekNumber>();
        foreach (var text in Values(name))
        {
            if (DayOfWeekNumber.TryParse(text) is { } day)
                days.Add(day);
            else
                Complain(name, $"{text} is no day", "Use MO, TU, WE, TH, FR, SA or SU, with a number before it where it counts");
        }
        return [.. days];
    }

    private string[] Values(string name) =>
        _parts.TryGetValue(name, out var all) ? all.Split(',', StringSplitOptions.TrimEntries) : [];

    private void Complain(string field, string message, string remedy) => _problems.Add(new(field, message, remedy));
}
