using OpenSocialMap.Agenda.Opening;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.Text;

/// <summary>Tells one period of opening hours: "gesloten van 22 juli t/m 16 augustus 2025", "warme plek: 15 november 2022 t/m 31 maart 2023, elke dag".</summary>
internal static class PeriodText
{
    public static IEnumerable<string> Statements(OpeningPeriod period, Words words, TextSize size)
    {
        if (period.Spans.Count == 0)
        {
            if (period.Kind is OpeningPeriodKind.Override)
                yield return $"{words.Closed} {Dates(period, words, size, inSentence: true)}".TrimEnd() + (period.Name is { } aside ? $" ({aside})" : "");
            yield break;
        }
        var introduction = (period.Name, Dates(period, words, size, inSentence: false)) switch
        {
            (null, "") => "",
            (null, var dates) => $"{dates}: ",
            (var name, "") => $"{name}: ",
            var (name, dates) => $"{name}: {dates}, ",
        };
        foreach (var group in period.Spans.GroupBy(span => (span.State, span.Role)))
        {
            var state = words.State(group.Key.State, group.Key.Role);
            var hours = Listed([.. WeekText.Of([.. group], period.Kind is OpeningPeriodKind.Overlay, words, size)]);
            yield return $"{introduction}{state}{(state.Length > 0 && hours.Length > 0 ? ": " : "")}{hours}";
        }
    }

    /// <summary>With semicolons where commas are within: "maandag, woensdag en vrijdag 9:00–12:00; dinsdag 13:00–17:00".</summary>
    private static string Listed(List<string> hours) =>
        string.Join(hours.Exists(text => text.Contains(',', StringComparison.Ordinal)) ? "; " : ", ", hours);

    private static string Dates(OpeningPeriod period, Words words, TextSize size, bool inSentence)
    {
        var withDay = size is TextSize.ExtraLarge;
        switch (period.ValidFrom, period.ValidThrough)
        {
            case ({ } day, { } same) when day == same:
                var date = DatesText.Of(day, words, size, withDay);
                return inSentence ? words.On(date) : date;
            case ({ } first, { } last):
                var range = DatesText.Range(first, last, words, size is TextSize.ExtraSmall ? size : TextSize.Small, withDay);
                return inSentence ? words.From(range) : range;
            case ({ } first, null):
                return words.Since(DatesText.Of(first, words, size, withDay));
            case (null, { } last):
                return words.Ending(DatesText.Of(last, words, size, withDay));
            default:
                return "";
        }
    }
}
