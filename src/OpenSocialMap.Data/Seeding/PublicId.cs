using System.Security.Cryptography;
using System.Text;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Seeding;

/// <summary>Makes a public id: opaque, and the same in every database that first sees the record under the same slug.</summary>
internal static class PublicId
{
    const int Length = 16;

    // Crockford's base 32, without letters that are mistaken for others.
    const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>An id that is not taken yet: a slug that moved on to another record leaves its id behind.</summary>
    public static string New(string prefix, string slug, IReadOnlySet<string> taken)
    {
        var id = Of(prefix, slug);
        for (var turn = 2; taken.Contains(id); turn++)
            id = Of(prefix, $"{slug}:{turn}");
        return id;
    }

    public static string Prefix<T>() => RecordId.Prefixes[typeof(T).Name];

    static string Of(string prefix, string slug)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"opensocialmap:{prefix}:{slug}"));
        var text = new StringBuilder(prefix).Append('_');
        for (var bit = 0; bit < Length * 5; bit += 5)
        {
            var pair = (hash[bit / 8] << 8) | hash[bit / 8 + 1];
            text.Append(Alphabet[(pair >> (11 - bit % 8)) & 31]);
        }
        return text.ToString();
    }
}
