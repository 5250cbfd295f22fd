namespace OpenSocialMap.Data.Seeding;

/// <summary>Guesses which known word a mistyped one was meant to be.</summary>
internal static class Suggestion
{
    /// <summary>" (did you mean x?)", or nothing when no known word is near.</summary>
    public static string For(string typed, IEnumerable<string> known)
    {
        var nearest = known.MinBy(word => Distance(typed, word));
        return nearest is not null && Distance(typed, nearest) <= Math.Max(2, typed.Length / 3) ? $" (did you mean {nearest}?)" : "";
    }

    // Levenshtein's, one row at a time.
    static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[to.Length];
    }
}
