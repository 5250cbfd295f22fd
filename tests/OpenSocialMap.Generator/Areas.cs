using NetTopologySuite.Geometries;
using Npgsql;
using OpenSocialMap.Data.Seeding;

namespace OpenSocialMap.Generator;

/// <summary>Writes the ground of cities: municipalities, wijken and buurten with their outlines and people, and the werkgebieden of large ones.</summary>
internal static class Areas
{
    private const string Columns =
        "key, id, slug, kind, name, official_name, code, year, inhabitants, households, description, geometry, geometry_detail, municipality_key, wijk_key, "
        + "provenance_source_key, provenance_locator, provenance_stated_on";

    private static readonly HashSet<string> NoneTaken = [];

    public static async Task WriteAsync(NpgsqlConnection connection, CountrySettings settings, int source, IEnumerable<int> cities, CancellationToken cancellation)
    {
        var known = await KnownAsync(connection, cancellation);
        foreach (var number in cities)
        {
            var city = City.Make(settings, number);
            if (!known.Contains(city.Code))
                await WriteAsync(connection, settings, city, source, cancellation);
        }
        await Figures.WriteAsync(connection, source, settings.Day.Year - 1, cancellation);
    }

    private static async Task WriteAsync(NpgsqlConnection connection, CountrySettings settings, City city, int source, CancellationToken cancellation)
    {
        var werkgebieden = city.Wijken.Count < 8 ? 0 : city.Wijken.Count / 4;
        var keys = await Keys.TakeAsync(connection, "core.area", 1 + city.Wijken.Count + city.Buurten.Count() + werkgebieden, cancellation);
        var (areas, members) = (new Table("core.area", Columns), new Table("core.werkgebied_wijk", Members));
        var year = settings.Day.Year - 1;
        var municipality = keys.Next();
        Add(municipality, "mun", "MUNICIPALITY", city.Slug, city.Name, city.Code, city.Inhabitants,
            Ground.Outline([.. city.Buurten.Select(buurt => buurt.Ground.Outline)]), null, null, "Een verzonnen gemeente op een verzonnen eiland.");
        var wijkKeys = new List<int>();
        foreach (var (at, wijk) in city.Wijken.Index())
        {
            var key = keys.Next();
            wijkKeys.Add(key);
            Add(key, "wijk", "WIJK", $"{city.Slug}-{Toponyms.Slug(wijk.Name)}", wijk.Name, wijk.Code, wijk.Ground.Inhabitants, wijk.Ground.Outline, municipality, null, null,
                $"Wijk {at + 1:00} {wijk.Name}");
            foreach (var buurt in wijk.Buurten)
            {
                Add(keys.Next(), "buurt", "BUURT", $"{city.Slug}-{Toponyms.Slug(buurt.Name)}", buurt.Name, buurt.Code, buurt.Ground.Inhabitants,
                    Ground.Outline([buurt.Ground.Outline]), municipality, key, null);
            }
        }
        for (var werkgebied = 0; werkgebied < werkgebieden; werkgebied++)
            AddWerkgebied(werkgebied);
        foreach (var table in (Table[])[areas, members])
            await table.CopyAsync(connection, cancellation);

        void Add(
            int key, string prefix, string kind, string slug, string name, string? code, int? inhabitants, MultiPolygon? outline, int? inMunicipality, int? inWijk,
            string? description, string? officialName = null)
        {
            var households = (int?)(inhabitants / 2.2 / 5) * 5;
            areas.Add(key, PublicId.New(prefix, slug, NoneTaken), slug, kind, name, officialName, code, year, inhabitants, households, description, outline,
                outline is null ? null : "FULL", inMunicipality, inWijk, source, code ?? slug, $"{year}");
        }

        void AddWerkgebied(int werkgebied)
        {
            var key = keys.Next();
            var letter = (char)('A' + werkgebied);
            Add(key, "werk", "WERKGEBIED", $"{city.Slug}-gebied-{char.ToLowerInvariant(letter)}", $"{city.Name} gebied {letter}", null, null, null, municipality, null,
                "Een verzonnen indeling.");
            // The last wijk of each belongs to it in part alone.
            var own = wijkKeys.Skip(werkgebied * 4).Take(4).ToList();
            foreach (var (at, wijk) in own.Index())
                members.Add(key, wijk, at == 3 ? "PART" : "WHOLE", "Verzonnen.", source, $"{year}");
        }
    }

    private const string Members = "werkgebied_key, wijk_key, coverage, reason, provenance_source_key, provenance_stated_on";

    private static async Task<HashSet<string>> KnownAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select code from core.area where kind = 'MUNICIPALITY'", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var known = new HashSet<string>();
        while (await reader.ReadAsync(cancellation))
            known.Add(reader.GetString(0));
        return known;
    }
}
