using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using OpenSocialMap.Agenda;
using OpenSocialMap.Agenda.Schedules;
using OpenSocialMap.Data.Model;
using AgendaDayPart = OpenSocialMap.Agenda.Schedules.DayPart;
using AgendaSchedule = OpenSocialMap.Agenda.Schedules.Schedule;

namespace OpenSocialMap.Data.Agenda;

/// <summary>A row's schedule in the terms of those who work out its dates.</summary>
internal static partial class StatedSchedule
{
    /// <summary>Null when its frequency mixes months and days, of which nobody can say what it counts.</summary>
    public static AgendaSchedule? Of(Timetable row)
    {
        Frequency? frequency = null;
        if (row.RepeatFrequency is { } text && (frequency = FrequencyOf(text)) is null)
            return null;
        return new AgendaSchedule
        {
            Text = row.Text,
            RepeatFrequency = frequency,
            TimesPerPeriod = row.TimesPerPeriod,
            ByDay = [.. (row.ByDay ?? []).Select(DayOf)],
            ByMonth = [.. row.ByMonth ?? []],
            ByMonthDay = [.. row.ByMonthDay ?? []],
            BySetPosition = [.. row.BySetPosition ?? []],
            RepeatCount = row.RepeatCount,
            DayPart = (AgendaDayPart?)row.DayPart,
            StartDate = LocalOf(row.StartDate),
            EndDate = LocalOf(row.EndDate),
            StartTime = LocalOf(row.StartTime),
            EndTime = LocalOf(row.EndTime),
            ExceptDates = [.. row.ExceptDates.Select(LocalDate.FromDateOnly)],
            ExtraDates = [.. row.ExtraDates.Select(LocalDate.FromDateOnly)],
            ExceptHolidays = [.. row.ExceptHolidays],
            OnlyHolidays = [.. row.OnlyHolidays],
        };
    }

    /// <summary>P1Y is twelve months and P2W fourteen days; a frequency that has both kinds is none.</summary>
    private static Frequency? FrequencyOf(string duration)
    {
        var parts = Duration().Match(duration).Groups;
        int Count(string part) => parts[part].Success && int.TryParse(parts[part].Value, CultureInfo.InvariantCulture, out var count) ? count : 0;
        var (years, months, weeks, days) = (Count("years"), Count("months"), Count("weeks"), Count("days"));
        return (years, months, weeks, days) switch
        {
            ( > 0, 0, 0, 0) => new(years, FrequencyUnit.Year),
            (_, _, 0, 0) when years * 12L + months is > 0 and <= int.MaxValue and var all => new((int)all, FrequencyUnit.Month),
            (0, 0, > 0, 0) => new(weeks, FrequencyUnit.Week),
            (0, 0, _, _) when weeks * 7L + days is > 0 and <= int.MaxValue and var all => new((int)all, FrequencyUnit.Day),
            _ => null,
        };
    }

    private static DayOfWeekNumber DayOf(string text) =>
        new(text.Length > 2 ? int.Parse(text[..^2], CultureInfo.InvariantCulture) : null, text[^2..] switch
        {
            "MO" => IsoDayOfWeek.Monday,
            "TU" => IsoDayOfWeek.Tuesday,
            "WE" => IsoDayOfWeek.Wednesday,
            "TH" => IsoDayOfWeek.Thursday,
            "FR" => IsoDayOfWeek.Friday,
            "SA" => IsoDayOfWeek.Saturday,
            "SU" => IsoDayOfWeek.Sunday,
            _ => IsoDayOfWeek.None,
        });

    private static LocalDate? LocalOf(DateOnly? date) => date is { } day ? LocalDate.FromDateOnly(day) : null;

    private static LocalTime? LocalOf(TimeOnly? time) => time is { } clock ? LocalTime.FromTimeOnly(clock) : null;

    [GeneratedRegex(@"^P((?<years>\d+)Y)?((?<months>\d+)M)?((?<weeks>\d+)W)?((?<days>\d+)D)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Duration();
}
