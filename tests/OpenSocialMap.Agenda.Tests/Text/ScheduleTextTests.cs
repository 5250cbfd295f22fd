using System.Text;
using NodaTime;
using OpenSocialMap.Agenda.Schedules;
using OpenSocialMap.Agenda.Text;
using OpenSocialMap.Agenda.Text.Phrases;

namespace OpenSocialMap.Agenda.Tests.Text;

public sealed class ScheduleTextTests
{
    [Fact]
    public void Every_schedule_is_told_in_five_sizes_and_two_languages()
    {
        var golden = new StringBuilder();
        foreach (var schedule in ScheduleCases.All)
        {
            golden.Append(schedule.Text is null ? "" : $"Text={schedule.Text}").Append(Notation.Of(schedule)).Append('\n');
            foreach (var language in Enum.GetValues<Language>())
            {
                foreach (var size in Enum.GetValues<TextSize>())
                {
                    var text = ScheduleText.Of(schedule, language, size).Replace("\n", $"\n{new string(' ', 24)}");
                    golden.Append($"    {language,-8}{size,-12}{text}".TrimEnd()).Append('\n');
                }
            }
            golden.Append('\n');
        }
        Golden.Equal("schedules.golden.txt", golden.ToString());
    }

    [Fact]
    public void What_is_written_large_in_Dutch_is_read_as_the_same_schedule()
    {
        Assert.All(ScheduleCases.All.Where(schedule => schedule != new Schedule { Text = schedule.Text }), Reads);
    }

    [Fact]
    public void Thousands_of_schedules_are_read_back_whole_from_their_text()
    {
        var random = new RandomSchedules(seed: 4);
        for (var at = 0; at < 10_000; at++)
            Reads(random.Next());
    }

    [Fact]
    public void A_schedule_that_contradicts_itself_is_its_own_phrase()
    {
        Schedule[] impossible =
        [
            new() { ByMonth = [13] },
            new() { RepeatFrequency = new(0, FrequencyUnit.Week), ByDay = [new(null, IsoDayOfWeek.Monday)] },
            new() { RepeatFrequency = new(1, FrequencyUnit.Week), ByDay = [new(2, IsoDayOfWeek.Monday)] },
            new() { RepeatFrequency = new(1, FrequencyUnit.Week), ByDay = [new(null, IsoDayOfWeek.None)] },
            new() { RepeatFrequency = new(1, FrequencyUnit.Month), ByMonthDay = [0] },
            new() { StartDate = new(2025, 1, 2), EndDate = new(2025, 1, 1) },
        ];
        Assert.All(impossible, schedule => Assert.All(Enum.GetValues<TextSize>(), size =>
        {
            Assert.Empty(ScheduleText.Of(schedule, Language.English, size));
            Assert.Equal("een keer", ScheduleText.Of(schedule with { Text = " een keer " }, Language.English, size));
        }));
    }

    private static void Reads(Schedule schedule)
    {
        var text = ScheduleText.Of(schedule, Language.Dutch, TextSize.Large);
        var reading = SchedulePhrase.Parse(text);
        if (reading.Schedule is not { } read)
            Assert.Fail($"{text}\n{Notation.Of(schedule)}\n{string.Join('\n', reading.Problems)}");
        else if (read with { Text = null } != schedule with { Text = null })
            Assert.Fail($"{text}\n{Notation.Of(schedule)}\n{Notation.Of(read)}");
        else
            Assert.Equal(text, read.Text);
    }
}
