using System.Runtime.CompilerServices;
using System.Text;
using NodaTime;
using NodaTime.Text;
using OpenSocialMap.Agenda.Schedules;
using OpenSocialMap.Agenda.Text;
using OpenSocialMap.Agenda.Text.Phrases;

namespace OpenSocialMap.Agenda.Tests.Text;

/// <summary>The phrases that sources use for the activities of the seed, beside the fields that people made of them.</summary>
public sealed class SeedPhraseTests
{
    /// <summary>The day on which the notes were written that name days without a year.</summary>
    private static readonly LocalDate Written = new(2024, 3, 1);

    [Fact]
    public void Phrases_of_the_seed_are_read_as_its_fields_or_kept_as_they_are()
    {
        var (read, kept) = (0, 0);
        Assert.All(Rows().Where(row => row["schedule_text"].Length > 0), row =>
        {
            var phrase = row["schedule_text"];
            var stated = Stated(row);
            if (SchedulePhrase.Parse(phrase, Written).Schedule is { } schedule)
            {
                read++;
                Assert.True(SaysNoMoreThan(stated, schedule) || Partial.Contains(phrase), $"{phrase}\n{Notation.Of(schedule)}\n{Notation.Of(stated)}");
            }
            else
            {
                kept++;
                Assert.True(stated == new Schedule() || Partial.Contains(phrase), phrase);
                Assert.Equal(phrase, ScheduleText.Of(new Schedule { Text = phrase }, Language.Dutch, TextSize.Medium));
            }
        });
        Assert.True(read > 30 && kept > 5, $"{read} read, {kept} kept");
    }

    [Fact]
    public void Every_activity_of_the_seed_that_says_when_is_told_in_every_size()
    {
        Assert.All(Rows().Select(row => Stated(row) with { Text = row["schedule_text"] }).Where(schedule => schedule != new Schedule { Text = "" }), schedule =>
        {
            foreach (var size in Enum.GetValues<TextSize>())
                Assert.NotEmpty(ScheduleText.Of(schedule, Language.Dutch, size));
        });
    }

    /// <summary>Of these the seed holds less or more than the phrase alone says: months without a year and holidays are left in words, one has no year to count from.</summary>
    private static readonly string[] Partial = ["oktober", "april", "in december", "in februari", "in mei", "in augustus", "in de vakanties", "vanaf augustus", "sinds november wekelijks"];

    /// <summary>The seed may know more from elsewhere in its source, such as a period; what the phrase says it has to say too.</summary>
    private static bool SaysNoMoreThan(Schedule stated, Schedule read) =>
        read.RepeatFrequency == stated.RepeatFrequency && read.TimesPerPeriod == stated.TimesPerPeriod && read.ByDay == stated.ByDay
        && read.ByMonth == stated.ByMonth && read.ByMonthDay == stated.ByMonthDay
        && (read.DayPart is null || read.DayPart == stated.DayPart) && (read.StartDate is null || read.StartDate == stated.StartDate)
        && (read.EndDate is null || read.EndDate == stated.EndDate) && read.StartTime == stated.StartTime && read.EndTime == stated.EndTime;

    private static Schedule Stated(Dictionary<string, string> row) => new()
    {
        RepeatFrequency = row["repeat_frequency"] is ['P', .. var interval, var unit] ? new(int.Parse(interval), UnitOf(unit)) : null,
        TimesPerPeriod = int.TryParse(row["times_per_period"], out var times) ? times : null,
        ByDay = [.. Listed(row["by_day"]).Select(day => new DayOfWeekNumber(int.TryParse(day[..^2], out var ordinal) ? ordinal : null, DayOf(day[^2..])))],
        ByMonth = [.. Listed(row["by_month"]).Select(int.Parse)],
        ByMonthDay = [.. Listed(row["by_month_day"]).Select(int.Parse)],
        DayPart = Enum.TryParse<DayPart>(row["day_part"], ignoreCase: true, out var part) ? part : null,
        StartDate = Date(row["start_date"]),
        EndDate = Date(row["end_date"]),
        StartTime = Time(row["start_time"]),
        EndTime = Time(row["end_time"]),
    };

    private static string[] Listed(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private static FrequencyUnit UnitOf(char unit) => Enum.GetValues<FrequencyUnit>().Single(value => value.ToString()[0] == unit);

    private static IsoDayOfWeek DayOf(string code) => Enum.GetValues<IsoDayOfWeek>().Single(day => day.ToString().StartsWith(code, StringComparison.OrdinalIgnoreCase));

    private static LocalDate? Date(string cell) => cell.Length == 0 ? null : LocalDatePattern.Iso.Parse(cell).Value;

    private static LocalTime? Time(string cell) => cell.Length == 0 ? null : LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(cell).Value;

    private static IEnumerable<Dictionary<string, string>> Rows([CallerFilePath] string here = "") =>
        from file in Directory.GetFiles(Path.Combine(Path.GetDirectoryName(here)!, "../../../seed/activities"), "*.csv")
        let lines = File.ReadAllLines(file)
        let names = Cells(lines[0])
        from line in lines.Skip(1)
        select names.Zip(Cells(line)).ToDictionary(cell => cell.First, cell => cell.Second);

    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        var (cell, quoted) = (new StringBuilder(), false);
        foreach (var character in line)
        {
            if (character == '"')
                quoted = !quoted;
            else if (character == ',' && !quoted)
                (cells, cell) = ([.. cells, cell.ToString()], new());
            else
                cell.Append(character);
        }
        return [.. cells, cell.ToString()];
    }
}
