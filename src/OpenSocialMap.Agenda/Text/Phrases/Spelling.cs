namespace OpenSocialMap.Agenda.Text.Phrases;

/// <summary>Finds the words that a mistyped one may have meant: "woesdag" is near "woensdag".</summary>
internal static class Spelling
{
    private const int Shortest = 5;
    private const int Longest = 30;

    public static IEnumerable<string> Nearest(string word)
    {
        var typed = word.ToLowerInvariant();
        if (typed.Length is < Shortest or > Longest)
            return [];
        var allowed = typed.Length == Shortest ? 1 : 2;
        return DutchLexicon.Known
            .Where(known => Math.Abs(known.Length - typed.Length) <= allowed)
            .Select(known => (Word: known, Distance: Distance(typed, known)))
            .Where(near => near.Distance <= allowed)
            .OrderBy(near => near.Distance).ThenBy(near => near.Word, StringComparer.Ordinal)
            .Take(3)
            .Select(near => near.Word);
    }

    /// <summary>How many letters to change, add, leave out or exchange with their neighbour.</summary>
    private static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= to.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var change = from[i - 1] == to[j - 1] ? 0 : 1;
                rows[i, j] = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }
        return rows[from.Length, to.Length];
    }
}
