using Npgsql;
using OpenSocialMap.Data.Seeding;

namespace OpenSocialMap.Generator;

/// <summary>A city's organisations, its newspapers and its programmes.</summary>
internal sealed class Partners
{
    private static readonly HashSet<string> NoneTaken = [];

    private readonly Table _partners = new("core.partner", $"key, id, slug, name, kind, website, description, {Stated.Columns}");
    private readonly Table _programmes = new("core.programme", $"key, id, slug, name, kind, number, description, part_of_key, lead_key, {Stated.Columns}");
    private readonly Table _papers = new("core.wijkkrant", $"key, id, slug, name, publisher_key, issues_per_year, circulation, {Stated.Columns}");
    private readonly Table _reach = new("core.wijkkrant_area", "wijkkrant_key, area_key");

    public List<int> PartnerKeys { get; } = [];

    public List<int> ProgrammeKeys { get; } = [];

    public IEnumerable<Table> Tables => [_partners, _programmes, _papers, _reach];

    public static async Task<Partners> MakeAsync(
        NpgsqlConnection connection, CountrySettings settings, City city, int source, int count, Dictionary<string, int> areas, CancellationToken cancellation)
    {
        var made = new Partners();
        var dice = Dice.For(settings.Seed, $"partners {city.Number}");
        made.AddPartners(dice, settings, city, source, await Keys.TakeAsync(connection, "core.partner", count, cancellation), count);
        made.AddProgrammes(dice, settings, city, source, await Keys.TakeAsync(connection, "core.programme", 4, cancellation));
        made.AddPapers(dice, settings, city, source, await Keys.TakeAsync(connection, "core.wijkkrant", city.Wijken.Count, cancellation), areas);
        return made;
    }

    /// <summary>Some are busy, most are seldom met.</summary>
    public int One(Dice dice) => PartnerKeys[(int)(Math.Pow(dice.Share(), 2.5) * PartnerKeys.Count)];

    private void AddPartners(Dice dice, CountrySettings settings, City city, int source, Keys keys, int count)
    {
        var taken = new HashSet<string>();
        for (var n = 0; n < count; n++)
        {
            var (name, kind) = n switch
            {
                0 => ($"Gemeente {city.Name}", "PUBLIC_BODY"),
                1 => ($"Welzijn {city.Name}", "ORGANISATION"),
                2 => ($"Boekerij {city.Name}", "ORGANISATION"),
                _ => dice.Below(10) switch
                {
                    < 5 => ($"Stichting {Toponyms.House(dice)}", "ORGANISATION"),
                    < 7 => ($"Vereniging {Toponyms.Quarter(dice)}", "ORGANISATION"),
                    < 9 => ($"Bewoners van de {Toponyms.Street(dice)}", "RESIDENTS_GROUP"),
                    _ => ($"School {Toponyms.House(dice)}", "CATEGORY"),
                },
            };
            name = Toponyms.Free(name, taken);
            var slug = n == 0 ? $"gemeente-{city.Slug}" : $"{city.Slug}-{Toponyms.Slug(name)}";
            var key = keys.Next();
            PartnerKeys.Add(key);
            _partners.Add([
                key, PublicId.New("partner", slug, NoneTaken), slug, name, dice.Chance(0.9) ? kind : null, dice.Chance(0.4) ? $"https://{slug}.example/" : null,
                dice.Chance(0.5) ? "Een verzonnen organisatie." : null, .. Stated.Of(dice, settings.Day, source, $"{city.Code}, partner {n + 1}")]);
        }
    }

    private void AddProgrammes(Dice dice, CountrySettings settings, City city, int source, Keys keys)
    {
        int? line = null;
        foreach (var (at, name) in ((string[])[$"{city.Name} samen", "Iedereen doet mee", "Gezond ouder worden", "Thuis in taal"]).Index())
        {
            var slug = $"{city.Slug}-{Toponyms.Slug(name)}";
            var key = keys.Next();
            ProgrammeKeys.Add(key);
            _programmes.Add([
                key, PublicId.New("prog", slug, NoneTaken), slug, at == 0 ? name : $"{name} in {city.Name}", at == 0 ? "PROGRAMME_LINE" : "PROGRAMME", at == 0 ? 1 : null,
                "Een verzonnen programma.", line, PartnerKeys[at % PartnerKeys.Count], .. Stated.Of(dice, settings.Day, source, $"{city.Code}, programma {at + 1}")]);
            line ??= key;
        }
    }

    private void AddPapers(Dice dice, CountrySettings settings, City city, int source, Keys keys, Dictionary<string, int> areas)
    {
        foreach (var wijk in city.Wijken.Where(_ => dice.Chance(0.35)))
        {
            var slug = $"{city.Slug}-krant-{Toponyms.Slug(wijk.Name)}";
            var key = keys.Next();
            _papers.Add([
                key, PublicId.New("krant", slug, NoneTaken), slug, $"De {wijk.Name}bode", One(dice), dice.Chance(0.6) ? dice.Between(2, 6) : null,
                dice.Chance(0.4) ? dice.Between(3, 60) * 100 : null, .. Stated.Of(dice, settings.Day, source, $"{city.Code}, krant van {wijk.Code}")]);
            _reach.Add(key, areas[wijk.Code]);
        }
    }
}
