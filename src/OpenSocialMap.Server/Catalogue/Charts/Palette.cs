namespace OpenSocialMap.Server.Catalogue.Charts;

/// <summary>Colours that people who confuse red and green tell apart, and that stay in order when printed in grey.</summary>
internal static class Palette
{
    public const string Ink = "#16252e";
    public const string Soft = "#4a5a63";
    public const string Line = "#c9c2b4";
    public const string Paper = "#ffffff";
    public const string NoValue = "#efece6";

    /// <summary>From light to dark, for the least and the most. ColorBrewer's YlGnBu (Cynthia Brewer and Mark Harrower, Apache 2.0). https://colorbrewer2.org</summary>
    private static readonly string[] Sequence = ["#ffffcc", "#a1dab4", "#41b6c4", "#2c7fb8", "#253494"];

    /// <summary>For lines, in order of use. Masataka Okabe and Kei Ito. https://jfly.uni-koeln.de/color/</summary>
    public static readonly IReadOnlyList<string> Lines = ["#0072b2", "#d55e00", "#009e73", "#a23f7d", "#000000", "#56b4e9", "#8a5a00", "#7a7a7a"];

    /// <summary>The colour of this class of so many.</summary>
    public static string Fill(int index, int count) => Sequence[count == 1 ? 2 : (int)Math.Round(index * (Sequence.Length - 1.0) / (count - 1))];

    /// <summary>Whether letters on this colour have to be light.</summary>
    public static bool IsDark(string fill) => fill is "#2c7fb8" or "#253494";
}
