namespace OpenSocialMap.Agenda.Text;

/// <summary>
/// Tells months: "van april tot en met oktober", "in mei en juni". Three or more in a row are a season, over the new year too; of most of the year
/// those are told that are left out.
/// </summary>
internal static class MonthsText
{
    private static readonly int[] Year = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

    public static string Season(EquatableList<int> months, Words words, TextSize size)
    {
        if (months.Count == 0)
            return "";
        var brief = size is TextSize.ExtraSmall;
        var names = Names(months, words, brief);
        if (!AreInARow(months) && AreMost(months))
            return words.Not(words.InMonths(words.Join(Names([.. Year.Except(months)], words, brief))));
        if (!AreInARow(months))
            return size is TextSize.ExtraSmall or TextSize.Small ? words.Join(names) : words.InMonths(words.Join(names));
        return size switch
        {
            TextSize.ExtraSmall => $"{names[0]}-{names[^1]}",
            TextSize.Small => $"{names[0]} {words.Through(brief: true)} {names[^1]}",
            _ => words.FromThrough(names[0], names[^1]),
        };
    }

    public static List<string> Names(EquatableList<int> months, Words words, bool brief) => [.. months.Select(month => words.Month(month, brief))];

    private static bool AreMost(EquatableList<int> months) => months.Count > 7 && Year.Except(Year.Except(months)).SequenceEqual(months);

    private static bool AreInARow(EquatableList<int> months) =>
        months.Count > 2 && months.Zip(months.Skip(1), (one, next) => next == one % 12 + 1).All(follows => follows);
}
