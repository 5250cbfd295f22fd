using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.SchemaOrg;

/// <summary>Reads schema.org's Schedule and says of each property that can't be read why.</summary>
internal sealed class SchemaOrgReader(JsonObject json)
{
    private static readonly LocalTimePattern ShortTime = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern LongTime = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    private readonly List<ScheduleProblem> _problems = [];

    public ScheduleReading Read()
    {
        if (Texts("scheduleTimezone").FirstOrDefault(zone => zone != AmsterdamTime.Zone.Id) is { } elsewhere)
            Complain("scheduleTimezone", $"times are those of {AmsterdamTime.Zone.Id} here, not of {elsewhere}", "Convert them");
        var startTime = Only("startTime", ReadTime);
        var schedule = new Schedule
        {
            Text = Texts("description").FirstOrDefault(),
            RepeatFrequency = Only("repeatFrequency", ReadFrequency),
            ByDay = Days(),
            ByMonth = Numbers("byMonth"),
            ByMonthDay = Numbers("byMonthDay"),
            RepeatCount = Numbers("repeatCount") is [var count, ..] ? count : null,
            StartDate = Only("startDate", ReadDate),
            EndDate = Only("endDate", ReadDate),
            StartTime = startTime,
            EndTime = EndTime(startTime),
            ExceptDates = [.. Texts("exceptDate").Select(text => ReadDate("exceptDate", text)).OfType<LocalDate>()],
        };
        return ScheduleReading.Of(schedule, _problems);
    }

    private EquatableList<DayOfWeekNumber> Days()
    {
        var days = Texts("byDay").Select(ReadDay).OfType<DayOfWeekNumber>().ToList();
        var weeks = Numbers("byMonthWeek");
        if (weeks.Count == 0)
            return [.. days];
        if (days.Count == 0 || days.Exists(day => day.Ordinal is not null))
        {
            Complain("byMonthWeek", "it counts the days of byDay", "Give byDay as days without a number: https://schema.org/Wednesday");
            return [];
        }
        return [.. days.SelectMany(day => weeks.Select(week => day with { Ordinal = week }))];
    }

    private LocalTime? EndTime(LocalTime? start)
    {
        var end = Only("endTime", ReadTime);
        if (Texts("duration").FirstOrDefault() is not { } duration)
            return end;
        if (PeriodPattern.NormalizingIso.Parse(duration) is not { Success: true, Value: { Years: 0, Months: 0 } period }
            || period.ToDuration() is var length && (length <= Duration.Zero || length > Duration.FromDays(1)))
            Complain("duration", $"{duration} is no length of at most a day", "Use a form such as PT1H30M");
        else if (start is not { } from)
            Complain("duration", "it has no startTime to begin at", "Add startTime, or leave duration out");
        else if (from.PlusTicks(length.BclCompatibleTicks) is var derived && end is not null && end != derived)
            Complain("duration", $"{duration} after {from:HH:mm} is not {end:HH:mm}, the endTime", "Leave one of both out");
        else
            return derived;
        return end;
    }

    private DayOfWeekNumber? ReadDay(string text)
    {
        var name = text[(text.LastIndexOfAny(['/', ':']) + 1)..];
        if (DayOfWeekNumber.TryParse(name) is { } day)
            return day;
        if (Enum.TryParse<IsoDayOfWeek>(name, out var weekday) && weekday is not IsoDayOfWeek.None && Enum.IsDefined(weekday) && !char.IsDigit(name[0]))
            return new DayOfWeekNumber(null, weekday);
        Complain("byDay", $"{text} is no day of the week", "Use https://schema.org/Wednesday, or WE or 2WE as in iCalendar");
        return null;
    }

    private Frequency? ReadFrequency(string field, string text)
    {
        if (Frequency.TryParse(text) is { } frequency)
            return frequency;
        Complain(field, $"{text} is no frequency that is supported", "Use a duration with one part of a day or more: P1D, P1W, P2M, P1Y");
        return null;
    }

    private LocalDate? ReadDate(string field, string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date })
            return date;
        Complain(field, $"{text} is no date", "Use the form 2024-03-14, and startTime for the time");
        return null;
    }

    private LocalTime? ReadTime(string field, string text)
    {
        foreach (var form in new[] { LongTime, ShortTime })
        {
            if (form.Parse(text) is { Success: true, Value: var time })
                return time;
        }
        Complain(field, $"{text} is no time on the clock", "Use the form 19:30, without a time zone");
        return null;
    }

    private T? Only<T>(string field, Func<string, string, T?> read)
    {
        var texts = Texts(field);
        if (texts.Count > 1)
            Complain(field, "it has more than one value", "Use one; a second schedule says the rest");
        return texts.Count == 0 ? default : read(field, texts[0]);
    }

    private EquatableList<int> Numbers(string field)
    {
        var numbers = new List<int>();
        foreach (var text in Texts(field))
        {
            if (int.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number))
                numbers.Add(number);
            else
                Complain(field, $"{text} is no number", "Use whole numbers");
        }
        return [.. numbers];
    }

    /// <summary>The values of a property, one or a list, as text; an object stands for its <c>@id</c>.</summary>
    private List<string> Texts(string field)
    {
        var texts = new List<string>();
        foreach (var node in json[field] is JsonArray list ? list : [json[field]?.DeepClone()])
        {
            if (node is null)
                continue;
            if ((node is JsonObject thing ? thing["@id"] : node) is JsonValue value && value.GetValueKind() is JsonValueKind.String or JsonValueKind.Number)
                texts.Add(value.ToString());
            else
                Complain(field, "it is no text or number", "Use a text, a number or a list of them");
        }
        return texts;
    }

    private void Complain(string field, string message, string remedy) => _problems.Add(new(field, message, remedy));
}
