using NodaTime;

namespace OpenSocialMap.Agenda.Text;

/// <summary>Tells dates and periods. A date that is followed by one of the same year leaves the year to it; three or more days in a row are a period.</summary>
internal static class DatesText
{
    public static string Of(LocalDate date, Words words, TextSize size, bool withDay, bool withYear = true)
    {
        var brief = size is TextSize.ExtraSmall;
        var day = withDay ? $"{words.Day(date.DayOfWeek, brief)} " : "";
        return $"{day}{date.Day} {words.Month(date.Month, brief)}{(withYear ? $" {date.Year}" : "")}";
    }

    public static string Period(LocalDate? start, LocalDate? end, Words words, TextSize size) => (start, end) switch
    {
        ({ } first, { } last) => Range(first, last, words, size, withDay: false),
        ({ } first, null) => words.Since(Of(first, words, size, withDay: false)),
        (null, { } last) when size is TextSize.ExtraSmall or TextSize.Small => $"{words.Through(brief: true)} {Of(last, words, size, withDay: false)}",
        (null, { } last) => words.Ending(Of(last, words, size, withDay: false)),
        _ => "",
    };

    public static string Range(LocalDate first, LocalDate last, Words words, TextSize size, bool withDay)
    {
        var (from, through) = (Of(first, words, size, withDay, withYear: first.Year != last.Year), Of(last, words, size, withDay));
        return size switch
        {
            TextSize.ExtraSmall => $"{from} - {through}",
            TextSize.Small => $"{from} {words.Through(brief: true)} {through}",
            _ => words.FromThrough(from, through),
        };
    }

    public static string Listed(IReadOnlyList<LocalDate> dates, Words words, TextSize size, bool withDay) =>
        words.Join([.. dates.Select((date, at) =>
            Of(date, words, size, withDay, withYear: at == dates.Count - 1 || dates[at + 1].Year != date.Year))]);

    /// <summary>The dates as one clause for those that stand alone and one for each period; in the largest size each date is one.</summary>
    public static IEnumerable<string> Clauses(EquatableList<LocalDate> dates, Func<string, string> clause, Words words, TextSize size)
    {
        var withDay = size is TextSize.ExtraLarge;
        List<LocalDate> alone = [];
        foreach (var run in Runs(dates))
        {
            if (run.Count < 3)
                alone.AddRange(run);
            if (run.Count < 3 && !withDay)
                continue;
            foreach (var text in Alone())
                yield return text;
            if (run.Count > 2)
                yield return clause(Range(run[0], run[^1], words, size, withDay));
        }
        foreach (var text in Alone())
            yield return text;

        IEnumerable<string> Alone()
        {
            IEnumerable<IReadOnlyList<LocalDate>> clauses = alone.Count == 0 ? [] : withDay ? alone.Select(date => new[] { date }) : [[.. alone]];
            foreach (var listed in clauses.ToList())
                yield return clause(words.On(Listed(listed, words, size, withDay)));
            alone.Clear();
        }
    }

    private static IEnumerable<List<LocalDate>> Runs(EquatableList<LocalDate> dates)
    {
        List<LocalDate> run = [];
        foreach (var date in dates)
        {
            if (run.Count > 0 && run[^1].PlusDays(1) != date)
            {
                yield return run;
                run = [];
            }
            run.Add(date);
        }
        if (run.Count > 0)
            yield return run;
    }
}
