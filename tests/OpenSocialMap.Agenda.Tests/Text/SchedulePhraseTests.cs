using System.Text;
using NodaTime;
using NodaTime.Text;
using OpenSocialMap.Agenda.Schedules;
using OpenSocialMap.Agenda.Text.Phrases;

namespace OpenSocialMap.Agenda.Tests.Text;

public sealed class SchedulePhraseTests
{
    [Fact]
    public void Phrases_are_read_wholly_or_refused_with_the_words_and_what_would_be_understood()
    {
        var golden = new StringBuilder();
        LocalDate? reference = null;
        foreach (var line in Golden.Lines("phrases.txt"))
        {
            golden.Append(line).Append('\n');
            if (line[0] == '@')
                reference = LocalDatePattern.Iso.Parse(line[2..]).Value;
            else
                Describe(golden, SchedulePhrase.Parse(line, reference));
            golden.Append('\n');
        }
        Golden.Equal("phrases.golden.txt", golden.ToString());
    }

    private static void Describe(StringBuilder golden, PhraseReading reading)
    {
        if (reading.Schedule is { } schedule)
            golden.Append("    ").Append(Notation.Of(schedule)).Append('\n');
        foreach (var problem in reading.Problems)
        {
            golden.Append("    ").Append(problem.Column).Append('+').Append(problem.Length).Append(": ").Append(problem.Message);
            golden.Append(problem.Suggestions.Count == 0 ? "" : $" [{string.Join(" | ", problem.Suggestions)}]").Append('\n');
        }
    }
}
