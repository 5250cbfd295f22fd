using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OpenSocialMap.Data.Model;

/// <summary>Spells enumeration values as the public schema does: CommunityCentre is COMMUNITY_CENTRE.</summary>
public static class Spelling
{
    /// <summary>All spellings of an enumeration, in the order of declaration.</summary>
    public static IEnumerable<string> All<T>() where T : struct, Enum => Of<T>.Texts.Values;

    public static string Write<T>(T value) where T : struct, Enum => Of<T>.Texts[value];

    public static T Read<T>(string text) where T : struct, Enum => Of<T>.Values[text];

    public static bool TryRead<T>(string text, out T value) where T : struct, Enum => Of<T>.Values.TryGetValue(text, out value);

    static string Scream(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToUpperInvariant(letter));
        }
        return text.ToString();
    }

    static class Of<T> where T : struct, Enum
    {
        public static readonly OrderedDictionary<T, string> Texts =
            new(Enum.GetValues<T>().Select(value => KeyValuePair.Create(value, Scream(value.ToString()))));

        public static readonly Dictionary<string, T> Values = Texts.ToDictionary(pair => pair.Value, pair => pair.Key);
    }
}

/// <summary>Stores an enumeration as its spelling.</summary>
public sealed class SpellingConverter<T>() : ValueConverter<T, string>(value => Spelling.Write(value), text => Spelling.Read<T>(text))
    where T : struct, Enum;
