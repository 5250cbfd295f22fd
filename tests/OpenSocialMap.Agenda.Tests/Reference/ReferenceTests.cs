using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Agenda.ICalendar;
using OpenSocialMap.Agenda.Schedules;
using OpenSocialMap.Tests.Clients;

namespace OpenSocialMap.Agenda.Tests.Reference;

/// <summary>Thousands of generated rules, held against npm's rrule and Debian's python-dateutil.</summary>
public sealed class ReferenceTests
{
    private const int Count = 3_000;
    private const int Limit = 40;
    private static readonly LocalDateTimePattern Form = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    [Fact]
    public async Task Python_dateutil_gives_the_same_times_and_instants()
    {
        var questions = Questions(seed: 1, _ => true);
        var answers = await Python.Run("recurrence.py", questions.Select(question => question.Json));

        AssertAgreement(questions, answers, (question, json) =>
            Differences(question.Times.Select(time => Form.Format(time.Date + time.Start!.Value)), json.GetProperty("times"))
            ?? Differences(question.Times.Select(time => InstantPattern.General.Format(time.StartsAt!.Value)), json.GetProperty("instants")));
    }

    /// <summary>Set positions other than one first or last are left to dateutil: npm's counts a day twice that two positions choose, and finds a fourth from the end of three.</summary>
    [Fact]
    public async Task Npm_rrule_gives_the_same_times()
    {
        var questions = Questions(seed: 2, schedule => schedule.BySetPosition is [] or [1 or -1]);
        var answers = await Node.Run("recurrence.mjs", questions.Select(question => question.Json));

        AssertAgreement(questions, answers, (question, json) => Differences(question.Times.Select(time => Form.Format(time.Date + time.Start!.Value)), json));
    }

    private static List<Question> Questions(int seed, Predicate<Schedule> isAsked)
    {
        var dice = new Random(seed);
        var generated = new GeneratedSchedule(dice);
        var questions = new List<Question>();
        while (questions.Count < Count)
        {
            var schedule = generated.Next();
            if (isAsked(schedule) && Question.Of(schedule, years: dice.Next(1, 12)) is { } question)
                questions.Add(question);
        }
        return questions;
    }

    private static void AssertAgreement(List<Question> questions, IReadOnlyList<string> answers, Func<Question, JsonElement, string?> difference)
    {
        Assert.Equal(questions.Count, answers.Count);
        var differences = questions.Zip(answers, (question, answer) => (question.Json, Difference: difference(question, JsonElement.Parse(answer))))
            .Where(pair => pair.Difference is not null).ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} of {questions.Count} differ.\n" + string.Join("\n\n", differences.Take(8).Select(pair => $"{pair.Json}\n{pair.Difference}")));
        // Rules that never fire would agree about nothing.
        Assert.True(questions.Count(question => question.Times.Count > 3) > Count / 2);
    }

    private static string? Differences(IEnumerable<string> ours, JsonElement theirs)
    {
        var (mine, other) = (ours.ToList(), theirs.EnumerateArray().Select(time => time.GetString()!).ToList());
        return mine.SequenceEqual(other) ? null
            : $"ours only:   {string.Join(' ', mine.Except(other).Take(5))}\ntheirs only: {string.Join(' ', other.Except(mine).Take(5))}";
    }

    private sealed record Question(string Json, IReadOnlyList<ScheduledTime> Times)
    {
        public static Question? Of(Schedule schedule, int years)
        {
            if (ScheduleProblems.Of(schedule, HolidayCalendars.Computed).Count > 0 || schedule is not { StartDate: { } start, StartTime: { } time })
                return null;
            var through = start.PlusYears(years);
            var times = new Recurrence(schedule, HolidayCalendars.Computed).Between(start.PlusDays(-30), through).Take(Limit).ToList();
            return new Question(JsonSerializer.Serialize(new
            {
                rule = ICalendarRule.RuleOf(schedule with { EndDate = null }),
                start = Text(start),
                until = schedule.EndDate is { } end ? Text(end) : null,
                through = Text(through),
                except = schedule.ExceptDates.Select(Text),
                extra = schedule.ExtraDates.Select(Text),
                limit = Limit,
            }), times);

            string Text(LocalDate date) => Form.Format(date + time);
        }
    }
}
