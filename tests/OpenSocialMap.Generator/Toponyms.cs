using System.Text.RegularExpressions;

namespace OpenSocialMap.Generator;

/// <summary>Names that sound Dutch and are of nothing: each has a first part that no place has.</summary>
internal static partial class Toponyms
{
    private static readonly string[] Roots =
    [
        "Vlinster", "Kwaster", "Zompel", "Druim", "Prieul", "Snavel", "Boldo", "Wikkel", "Fleure", "Gnorre", "Harpoe", "Kluim", "Lobber", "Nuzzel",
        "Plonke", "Quibbe", "Ruzel", "Sprokke", "Tjoep", "Uilte", "Vrobbel", "Wazel", "Ypse", "Zwiep", "Brobbel", "Dwarrel", "Frommel", "Grissel",
        "Hobbel", "Kwinke", "Loezer", "Moddel", "Pruttel", "Rimpel", "Schommel", "Tintel",
    ];

    private static readonly string[] Settlements =
    [
        "damme", "veen", "veld", "horst", "monde", "waard", "sluis", "burg", "hoven", "wolde", "drecht", "kerke", "zijl", "broek", "mare", "stede",
        "rade", "dijk", "oord", "haven", "gouw", "beek", "kapelle", "wijk",
    ];

    private static readonly string[] Quarters = ["kwartier", "weide", "polder", "park", "eiland", "tuinen", "hoek", "akkers", "gaarde", "werf"];

    private static readonly string[] Streets = ["straat", "laan", "plein", "singel", "pad", "kade", "hof", "dreef", "steeg", "gracht"];

    private static readonly (string Article, string End)[] Houses =
    [
        ("Het", "huis"), ("De", "hoeve"), ("De", "brug"), ("De", "toren"), ("De", "poort"), ("De", "molen"), ("De", "linde"), ("Het", "anker"), ("De", "kring"),
        ("De", "vonk"), ("Het", "baken"), ("De", "boog"), ("Het", "nest"),
    ];

    /// <summary>The n-th city's name; no two cities share one.</summary>
    public static string City(ulong seed, int number)
    {
        var offset = Dice.For(seed, "cities").Below(Roots.Length * Settlements.Length);
        // A step without common divisor goes past all of them.
        var at = (offset + number * 53) % (Roots.Length * Settlements.Length);
        return Roots[at % Roots.Length] + Settlements[at / Roots.Length];
    }

    public static string Quarter(Dice dice) => dice.One(Roots) + dice.One(Quarters);

    public static string Village(Dice dice) => dice.One(Roots) + dice.One(Settlements);

    public static string Street(Dice dice) => dice.One(Roots) + dice.One(Streets);

    public static string House(Dice dice)
    {
        var (article, end) = dice.One(Houses);
        return $"{article} {dice.One(Roots)}{end}";
    }

    public static string Slug(string name) => Others().Replace(name.ToLowerInvariant().Replace("é", "e", StringComparison.Ordinal), "-").Trim('-');

    /// <summary>The name, or with a number behind it when it is taken.</summary>
    public static string Free(string name, HashSet<string> taken)
    {
        var free = name;
        for (var turn = 2; !taken.Add(Slug(free)); turn++)
            free = $"{name} {turn}";
        return free;
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Others();
}
