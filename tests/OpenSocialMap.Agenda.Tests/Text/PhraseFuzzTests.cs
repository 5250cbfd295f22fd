using OpenSocialMap.Agenda.Schedules;
using OpenSocialMap.Agenda.Text;
using OpenSocialMap.Agenda.Text.Phrases;

namespace OpenSocialMap.Agenda.Tests.Text;

public sealed class PhraseFuzzTests
{
    private const string Characters = "abdeghiklmnoprstvwxyzé'’ -–.,;:/&()0123456789\n\t%\"\u0000🙂";

    private static readonly string[] Words =
    [
        "iedere", "elke", "2e", "laatste", "op een na", "woensdag", "ma", "middag", "maandag-", "'s avonds", "van", "tot", "t/m", "tot en met", "en", ",", "-",
        "9:00", "9", "uur", "half", "kwart over", "3 keer", "per", "week", "om de", "jaar", "kwartaal", "januari", "oktober", "14", "2024", "31-12-2024", "niet",
        "alleen", "ook", "op", "in", "de", "schoolvakanties", "feestdagen", "in totaal", "alle", "een", "vanaf", "zomer", "xyz", "of", "volgende", "99999999999", "0",
    ];

    [Fact]
    public void Whatever_is_typed_is_read_or_refused_with_a_place_in_the_phrase()
    {
        var random = new Random(7);
        for (var at = 0; at < 10_000; at++)
        {
            var phrase = at % 3 == 0
                ? string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => Characters[random.Next(Characters.Length)]))
                : string.Join(random.Next(5) == 0 ? "" : " ", Enumerable.Range(0, random.Next(14)).Select(_ => Words[random.Next(Words.Length)]));
            Check(phrase, SchedulePhrase.Parse(phrase, at % 2 == 0 ? new(2024, 3, 1) : null));
        }
    }

    /// <summary>What was read is told in a phrase that says the same.</summary>
    [Fact]
    public void What_was_read_is_written_as_a_phrase_that_says_the_same()
    {
        var random = new Random(8);
        var read = 0;
        for (var at = 0; at < 30_000; at++)
        {
            var phrase = string.Join(' ', Enumerable.Range(0, random.Next(1, 8)).Select(_ => Words[random.Next(Words.Length)]));
            if (SchedulePhrase.Parse(phrase).Schedule is not { } schedule || ScheduleText.Of(schedule, Language.Dutch, TextSize.Large) == phrase)
                continue;
            read++;
            var written = ScheduleText.Of(schedule, Language.Dutch, TextSize.Large);
            var again = SchedulePhrase.Parse(written).Schedule;
            Assert.True(again is not null && again with { Text = null } == schedule with { Text = null }, $"{phrase}\n{written}\n{Notation.Of(schedule)}");
        }
        Assert.True(read > 500, $"Only {read} phrases had a meaning.");
    }

    [Theory]
    [InlineData("iedere ")]
    [InlineData("maandag, ")]
    [InlineData("1e, ")]
    [InlineData("3, ")]
    [InlineData("3 mei, ")]
    [InlineData("mei, ")]
    [InlineData("ook 3 ")]
    [InlineData("van 9 tot ")]
    [InlineData("op een na laatste ")]
    [InlineData("niet op feestdagen en ")]
    [InlineData("x")]
    public void A_long_phrase_takes_no_more_steps_than_its_words(string repeated)
    {
        var phrase = string.Concat(Enumerable.Repeat(repeated, SchedulePhrase.MaximumLength / repeated.Length));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Check(phrase, SchedulePhrase.Parse(phrase));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void A_longer_phrase_is_refused_unread()
    {
        var reading = SchedulePhrase.Parse(new string('a', SchedulePhrase.MaximumLength + 1));
        Assert.Equal($"Dit is te lang. Gebruik niet meer dan {SchedulePhrase.MaximumLength} tekens.", Assert.Single(reading.Problems).Message);
    }

    private static void Check(string phrase, PhraseReading reading)
    {
        Assert.NotEqual(reading.Schedule is null, reading.Problems.Count == 0);
        foreach (var problem in reading.Problems)
        {
            Assert.NotEmpty(problem.Message);
            Assert.InRange(problem.Column, 1, phrase.Length + 1);
            Assert.InRange(problem.Column - 1 + problem.Length, 0, phrase.Length);
        }
    }
}
