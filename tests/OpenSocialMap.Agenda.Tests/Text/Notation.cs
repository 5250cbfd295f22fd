using System.Collections;
using NodaTime;
using NodaTime.Text;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Tests.Text;

/// <summary>Writes a schedule as its stated fields, for golden files and failing tests.</summary>
internal static class Notation
{
    public static string Of(Schedule schedule) => string.Join("  ", typeof(Schedule).GetProperties()
        .Where(field => field.Name != nameof(Schedule.Text))
        .Select(field => (field.Name, Value: Value(field.GetValue(schedule))))
        .Where(field => field.Value.Length > 0)
        .Select(field => $"{field.Name}={field.Value}"));

    private static string Value(object? value) => value switch
    {
        null => "",
        Frequency frequency => $"P{frequency.Interval}{frequency.Unit.ToString()[0]}",
        DayOfWeekNumber day => $"{day.Ordinal}{day.Day.ToString()[..2].ToUpperInvariant()}",
        LocalDate date => LocalDatePattern.Iso.Format(date),
        LocalTime time => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time),
        string text => text,
        IEnumerable items => string.Join(',', items.Cast<object>().Select(Value)),
        _ => value.ToString()!,
    };
}
