namespace OpenSocialMap.Generator;

/// <summary>One city of the country: its wijken and buurten with their people.</summary>
internal sealed record City(int Number, string Name, int Inhabitants, IReadOnlyList<Wijk> Wijken)
{
    public string Slug => Toponyms.Slug(Name);

    // CBS's codes end below 2000.
    public string Code => $"GM{7000 + Number}";

    public IEnumerable<Buurt> Buurten => Wijken.SelectMany(wijk => wijk.Buurten);

    public static City Make(CountrySettings settings, int number)
    {
        var dice = Dice.For(settings.Seed, $"city {number}");
        var inhabitants = number == 1 ? 120_000 : (int)Math.Clamp(Math.Exp(Math.Log(30_000) + 0.85 * dice.Normal()), 1_500, 800_000);
        var quarters = Ground.Divide(settings.Seed, number, inhabitants, wijken: Math.Min(3 + inhabitants / 12_000, 40));
        var name = Toponyms.City(settings.Seed, number);
        var (wijkNames, buurtNames) = (new HashSet<string>(), new HashSet<string>());
        return new(number, name, quarters.Sum(quarter => quarter.Inhabitants), [.. quarters.Select((quarter, at) => new Wijk(
            $"WK{7000 + number}{at + 1:00}",
            Toponyms.Free(at == 0 ? $"Hart van {name}" : dice.Chance(0.3) ? Toponyms.Village(dice) : Toponyms.Quarter(dice), wijkNames),
            quarter,
            [.. quarter.Lots.Select((lot, part) => new Buurt(
                $"BU{7000 + number}{at + 1:00}{part:00}", Toponyms.Free($"{Toponyms.Street(dice)} en omgeving", buurtNames), lot))]))]);
    }
}

internal sealed record Wijk(string Code, string Name, Quarter Ground, IReadOnlyList<Buurt> Buurten);

internal sealed record Buurt(string Code, string Name, Lot Ground);
