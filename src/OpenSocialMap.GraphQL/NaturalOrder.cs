using System.Globalization;
using System.Numerics;

namespace OpenSocialMap.GraphQL;

/// <summary>Orders names as people do: by character, but a run of digits by the number it writes, so that a2 comes before a10.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static readonly NaturalOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        var a = x.AsSpan();
        var b = y.AsSpan();
        while (!a.IsEmpty && !b.IsEmpty)
        {
            var (lengthA, lengthB) = (1, 1);
            int order;
            if (char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0]))
            {
                (lengthA, lengthB) = (DigitsAt(a), DigitsAt(b));
                order = Number(a[..lengthA]).CompareTo(Number(b[..lengthB]));
            }
            else
            {
                order = a[0].CompareTo(b[0]);
            }
            if (order != 0) return order;
            a = a[lengthA..];
            b = b[lengthB..];
        }
        return a.Length - b.Length;
    }

    private static BigInteger Number(ReadOnlySpan<char> digits) =>
        BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int DigitsAt(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }
}
