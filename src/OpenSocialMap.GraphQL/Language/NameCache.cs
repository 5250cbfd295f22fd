using System.Text;

namespace OpenSocialMap.GraphQL.Language;

/// <summary>Remembers names that documents used lately, so that the hundredth "name" costs no new string.</summary>
internal static class NameCache
{
    private const int LongestKept = 48;

    // A lost race or a collision costs one allocation; the bound keeps strangers from filling the memory.
    private static readonly string?[] Slots = new string?[1024];

    public static string Get(ReadOnlySpan<byte> name)
    {
        if (name.Length > LongestKept)
        {
            return Encoding.ASCII.GetString(name);
        }
        var hash = 2166136261;
        foreach (var letter in name)
        {
            hash = (hash ^ letter) * 16777619;
        }
        ref var slot = ref Slots[(hash ^ (hash >> 16)) % (uint)Slots.Length];
        var kept = slot;
        return kept is not null && Ascii.Equals(name, kept) ? kept : slot = Encoding.ASCII.GetString(name);
    }
}
