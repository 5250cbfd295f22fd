using NodaTime;
using OpenSocialMap.Agenda.Schedules;
using static NodaTime.IsoDayOfWeek;

namespace OpenSocialMap.Agenda.Tests.Text;

/// <summary>Schedules of every shape that the text has to tell.</summary>
internal static class ScheduleCases
{
    private static readonly Frequency Daily = new(1, FrequencyUnit.Day);
    private static readonly Frequency Weekly = new(1, FrequencyUnit.Week);
    private static readonly Frequency Monthly = new(1, FrequencyUnit.Month);
    private static readonly Frequency Yearly = new(1, FrequencyUnit.Year);

    public static IEnumerable<Schedule> All =>
    [
        // How often, as partial as sources are.
        new() { RepeatFrequency = Daily },
        new() { RepeatFrequency = Daily, DayPart = DayPart.Evening },
        new() { RepeatFrequency = new(2, FrequencyUnit.Day) },
        new() { RepeatFrequency = Weekly },
        new() { RepeatFrequency = Weekly, TimesPerPeriod = 3 },
        new() { RepeatFrequency = Monthly, TimesPerPeriod = 1 },
        new() { RepeatFrequency = Yearly, TimesPerPeriod = 6 },
        new() { RepeatFrequency = new(3, FrequencyUnit.Month), TimesPerPeriod = 2 },
        new() { RepeatFrequency = new(2, FrequencyUnit.Month), DayPart = DayPart.Morning },
        new() { RepeatFrequency = new(3, FrequencyUnit.Month) },
        new() { RepeatFrequency = Yearly, ByMonth = [5] },
        new() { DayPart = DayPart.Afternoon },
        new() { Text = "in de zomer" },
        new(),

        // Days of the week.
        new() { RepeatFrequency = Weekly, ByDay = [On(Wednesday)], DayPart = DayPart.Afternoon },
        new() { RepeatFrequency = Weekly, ByDay = [On(Wednesday)], StartTime = At(9), EndTime = At(11) },
        new() { RepeatFrequency = Weekly, ByDay = [On(Tuesday), On(Thursday)], DayPart = DayPart.Evening, StartTime = At(19, 30), EndTime = At(22) },
        new() { RepeatFrequency = Weekly, ByDay = Workweek, StartTime = At(9), EndTime = At(17) },
        new() { RepeatFrequency = Weekly, ByDay = [On(Monday), On(Tuesday), On(Wednesday), On(Friday)], DayPart = DayPart.Morning },
        new() { RepeatFrequency = new(2, FrequencyUnit.Week), ByDay = [On(Wednesday)], StartDate = new(2024, 9, 4), StartTime = At(14) },
        new() { RepeatFrequency = Monthly, TimesPerPeriod = 1, ByDay = [On(Wednesday)], DayPart = DayPart.Afternoon },
        new() { RepeatFrequency = Weekly, ByDay = [On(Saturday)], StartTime = At(22), EndTime = At(2) },
        new() { RepeatFrequency = Weekly, ByDay = [On(Saturday)], StartTime = At(20), EndTime = At(0) },
        new() { RepeatFrequency = Weekly, ByDay = [On(Saturday)], EndTime = At(11) },
        new() { ByDay = [On(Monday), On(Wednesday)], DayPart = DayPart.Morning },

        // Days of the month and year.
        new() { RepeatFrequency = Monthly, ByDay = [On(Wednesday, 2), On(Wednesday, 4)], DayPart = DayPart.Morning },
        new() { RepeatFrequency = Monthly, ByDay = [On(Saturday, 3)] },
        new() { RepeatFrequency = Monthly, ByDay = [On(Friday, -1)], StartTime = At(16), EndTime = At(18) },
        new() { RepeatFrequency = Monthly, ByDay = [On(Friday, -2), On(Monday, 1)] },
        new() { RepeatFrequency = Monthly, ByMonthDay = [1, 15] },
        new() { RepeatFrequency = Monthly, ByMonthDay = [-1], DayPart = DayPart.Evening },
        new() { RepeatFrequency = Monthly, ByMonthDay = [13], ByDay = [On(Friday)] },
        new() { RepeatFrequency = Monthly, ByDay = Workweek, BySetPosition = [-1] },
        new() { RepeatFrequency = new(3, FrequencyUnit.Month), ByDay = [On(Monday, 1)], StartDate = new(2025, 1, 6) },
        new() { RepeatFrequency = Yearly, ByMonth = [9], ByDay = [On(Saturday, 2)] },
        new() { RepeatFrequency = Yearly, ByMonth = [12], ByMonthDay = [5], StartTime = At(19) },
        new() { RepeatFrequency = Yearly, ByDay = [On(Monday, 20)] },
        new() { ByMonth = [3], ByMonthDay = [14] },

        // Dates.
        new() { StartDate = new(2024, 3, 14), EndDate = new(2024, 3, 14), StartTime = At(14), EndTime = At(16, 30) },
        new() { StartDate = new(2024, 3, 14), EndDate = new(2024, 3, 14), DayPart = DayPart.Afternoon },
        new() { StartDate = new(2022, 11, 15), EndDate = new(2023, 3, 31) },
        new() { ExtraDates = [new(2024, 5, 3), new(2024, 5, 10), new(2024, 5, 17)], StartTime = At(10) },

        // Seasons, periods, exceptions.
        new() { ByMonth = [4, 5, 6, 7, 8, 9, 10] },
        new() { RepeatFrequency = Weekly, ByDay = [On(Wednesday)], StartTime = At(9), EndTime = At(11), ByMonth = [11, 12, 1, 2] },
        new() { RepeatFrequency = Daily, StartDate = new(2022, 11, 15), EndDate = new(2023, 3, 31) },
        new() { RepeatFrequency = Weekly, ByDay = [On(Monday)], EndDate = new(2025, 7, 1) },
        new()
        {
            RepeatFrequency = Weekly, ByDay = [On(Tuesday)], StartTime = At(9), EndTime = At(11), ByMonth = [1, 2, 3, 4, 5, 6, 9, 10, 11, 12],
            StartDate = new(2024, 9, 3), ExceptHolidays = ["nl", "nl-school-midden"],
            ExceptDates = [new(2024, 12, 24), new(2024, 12, 31), new(2025, 3, 4)], ExtraDates = [new(2025, 3, 5)],
        },
        new() { RepeatFrequency = Weekly, ByDay = [On(Wednesday)], OnlyHolidays = ["nl-school-midden"] },
        new() { RepeatFrequency = Weekly, ByDay = [On(Wednesday)], StartDate = new(2024, 9, 4), RepeatCount = 8 },
        new() { RepeatFrequency = Daily, ExceptDates = [new(2025, 7, 22), new(2025, 7, 23), new(2025, 7, 24), new(2025, 8, 1)] },
    ];

    private static EquatableList<DayOfWeekNumber> Workweek => [On(Monday), On(Tuesday), On(Wednesday), On(Thursday), On(Friday)];

    private static DayOfWeekNumber On(IsoDayOfWeek day, int? ordinal = null) => new(ordinal, day);

    private static LocalTime At(int hour, int minute = 0) => new(hour, minute);
}
