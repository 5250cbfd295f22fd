using NodaTime;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.ICalendar;

/// <summary>Reads the lines of iCalendar that say when an event is.</summary>
internal sealed class ICalendarReader
{
    private readonly List<ScheduleProblem> _problems = [];
    private readonly List<ICalendarMoment> _except = [];
    private readonly List<ICalendarMoment> _extra = [];
    private ICalendarMoment? _start;
    private ICalendarMoment? _end;
    private ICalendarMoment? _until;
    private Schedule _schedule = new();

    public static ScheduleReading Read(string text)
    {
        var reader = new ICalendarReader();
        var lines = text.ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).Replace("\n\t", "", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var line in lines)
            reader.ReadLine(line);
        if (lines.Length == 0)
            reader.Complain("RRULE", "the text is empty", "Write a rule such as FREQ=WEEKLY;BYDAY=WE");
        return ScheduleReading.Of(reader.Finish(), reader._problems);
    }

    private void ReadLine(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 && line.StartsWith("FREQ=", StringComparison.OrdinalIgnoreCase))
        {
            ReadRule(line);
            return;
        }
        var name = (colon < 0 ? line : line[..colon]).Split(';')[0].ToUpperInvariant();
        var parameters = colon < 0 ? "" : line[name.Length..colon];
        var value = line[(colon + 1)..];
        switch (name)
        {
            case "RRULE" when colon > 0:
                ReadRule(value);
                break;
            case "DTSTART" when colon > 0:
                _start = ReadMoments(name, parameters, value).FirstOrDefault();
                break;
            case "DTEND" when colon > 0:
                _end = ReadMoments(name, parameters, value).FirstOrDefault();
                break;
            case "EXDATE" when colon > 0:
                _except.AddRange(ReadMoments(name, parameters, value));
                break;
            case "RDATE" when colon > 0:
                _extra.AddRange(ReadMoments(name, parameters, value));
                break;
            default:
                Complain(name, "this line says nothing that a schedule has", "Use DTSTART, DTEND, RRULE, EXDATE and RDATE");
                break;
        }
    }

    private void ReadRule(string value)
    {
        if (_schedule.RepeatFrequency is not null)
            Complain("RRULE", "there is more than one rule", "Use one rule, and RDATE for other dates");
        (_schedule, _until) = ICalendarRuleReader.Read(value, _problems);
    }

    private IEnumerable<ICalendarMoment> ReadMoments(string name, string parameters, string value)
    {
        foreach (var text in value.Split(','))
        {
            if (ICalendarMoment.TryParse(text, parameters, out var why) is { } moment)
                yield return moment;
            else
                Complain(name, why, "Use 20240314, 20240314T190000 with TZID=Europe/Amsterdam, or 20240314T180000Z");
        }
    }

    private Schedule Finish()
    {
        foreach (var (name, moments) in new[] { ("EXDATE", _except), ("RDATE", _extra) })
        {
            if (moments.FirstOrDefault(moment => moment.Time is not null && moment.Time != _start?.Time) is { } other)
                Complain(name, $"{other.Time:HH:mm} is another time than that of DTSTART", "Use the time of DTSTART; a schedule has one time");
        }
        var lasts = Lasting();
        return _schedule with
        {
            StartDate = _start?.Date,
            StartTime = _start?.Time,
            EndTime = _start?.Time is null ? null : _end?.Time,
            EndDate = _until is null ? lasts : LastDate(_until),
            ExceptDates = [.. _except.Select(moment => moment.Date)],
            ExtraDates = [.. _extra.Select(moment => moment.Date)],
        };
    }

    /// <summary>The last day of an event that lasts longer than one and does not recur.</summary>
    private LocalDate? Lasting()
    {
        if (_start is null || _end is null)
            return null;
        if (_start.Time is null != _end.Time is null || (_end.Time is null ? _end.Date <= _start.Date : _end.Date + _end.Time <= _start.Date + _start.Time))
        {
            Complain("DTEND", "it is not after DTSTART, or not of the same kind", "Use a later date, or a later date and time");
            return null;
        }
        var last = _end.Time is null ? _end.Date.PlusDays(-1) : _end.Date;
        var endsWithinDay = last == _start.Date || (last == _start.Date.PlusDays(1) && _end.Time <= _start.Time);
        if (endsWithinDay)
            return null;
        if (_schedule.RepeatFrequency is not null || _extra.Count > 0)
            Complain("DTEND", "what recurs lasts longer than a day", "Let it end within 24 hours");
        return last;
    }

    /// <summary>An end before the clock time of that day leaves the day out.</summary>
    private LocalDate LastDate(ICalendarMoment until) => until.Time < _start?.Time ? until.Date.PlusDays(-1) : until.Date;

    private void Complain(string field, string message, string remedy) => _problems.Add(new(field, message, remedy));
}
