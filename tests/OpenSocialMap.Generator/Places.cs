using NetTopologySuite.Geometries;
using Npgsql;
using OpenSocialMap.Data.Seeding;

namespace OpenSocialMap.Generator;

/// <summary>A city's meeting places: where they are as far as somebody says, when they are open, and what is known of getting in.</summary>
internal sealed class Places
{
    private const int MostPeriods = 3;

    private static readonly HashSet<string> NoneTaken = [];

    private readonly CountrySettings _settings;
    private readonly City _city;
    private readonly int _source;
    private readonly Dictionary<string, int> _areas;
    private readonly Dice _dice;
    private readonly List<Buurt> _buurten;
    private readonly HashSet<string> _taken = [];

    private readonly Table _places = new("core.meeting_place",
        "key, id, slug, name, kind, description, address_street_address, address_locality, address_note, location, location_precision, location_note, website, status, "
        + $"area_key, operator_key, {Stated.Columns}");
    private readonly Table _periods = new("core.opening_period", $"key, place_key, position, name, kind, valid_from, valid_through, {Stated.Columns}");
    private readonly Table _spans = new("core.opening_span", $"period_key, position, state, whole_day, role, {Timetables.Columns}");
    private readonly Table _facts = new("core.accessibility_fact", $"place_key, feature, available, {Stated.Columns}");
    private readonly Table _versions = new("core.place_version", $"place_key, position, name, valid_from, valid_through, {Stated.Columns}");
    private readonly Table _names = new("core.alternate_name", $"subject_id, name, name_kind, {Stated.Columns}");
    private readonly Table _confirmations = new("core.confirmation", "subject_id, confirmed_on, role");

    private Places(CountrySettings settings, City city, int source, Dictionary<string, int> areas)
    {
        (_settings, _city, _source, _areas) = (settings, city, source, areas);
        _dice = Dice.For(settings.Seed, $"places {city.Number}");
        _buurten = [.. city.Buurten];
    }

    public List<(int Key, string Name)> All { get; } = [];

    public IEnumerable<Table> Tables => [_places, _periods, _spans, _facts, _versions, _names, _confirmations];

    public static async Task<Places> MakeAsync(
        NpgsqlConnection connection, CountrySettings settings, City city, int source, int count, Dictionary<string, int> areas, Partners partners,
        CancellationToken cancellation)
    {
        var made = new Places(settings, city, source, areas);
        var keys = await Keys.TakeAsync(connection, "core.meeting_place", count, cancellation);
        var periods = await Keys.TakeAsync(connection, "core.opening_period", count * MostPeriods, cancellation);
        for (var n = 1; n <= count; n++)
            made.Add(n, keys.Next(), partners, periods);
        return made;
    }

    private void Add(int number, int key, Partners partners, Keys periods)
    {
        var kind = _dice.Weighted(PlaceKind.All, it => it.Weight);
        var name = Toponyms.Free($"{kind.Word} {Toponyms.House(_dice)}", _taken);
        var slug = $"{_city.Slug}-{Toponyms.Slug(name)}";
        var id = PublicId.New("place", slug, NoneTaken);
        // Most meet where most live.
        var buurt = _dice.Weighted(_buurten, it => Math.Pow(it.Ground.Inhabitants + 20, 1.1));
        var (point, precision) = Where(buurt);
        var status = _dice.Below(100) switch { < 85 => null, < 94 => "ACTIVE", < 97 => "TEMPORARILY_CLOSED", < 99 => "INACTIVE", _ => "DEFUNCT" };
        _places.Add([
            key, id, slug, name, _dice.Chance(0.87) ? kind.Code : null,
            _dice.Chance(0.7) ? "Een verzonnen plek om anderen te ontmoeten." : null,
            _dice.Chance(0.65) ? $"{Toponyms.Street(_dice)} {_dice.Between(1, 160)}" : null, _city.Name, "Verzonnen adres.",
            point, precision, precision is "AREA" ? "Midden van de buurt; niet het gebouw zelf." : null,
            _dice.Chance(0.2) ? $"https://{slug}.example/" : null, status, Area(buurt, precision), _dice.Chance(0.5) ? partners.One(_dice) : null, .. Provenance(number)]);
        All.Add((key, name));
        if (kind.HasDoor && _dice.Chance(0.55))
            AddHours(number, key, periods);
        AddFacts(number, key);
        AddPast(number, key, id, name);
        if (_dice.Chance(0.05))
            _confirmations.Add(id, _settings.Day.AddDays(-_dice.Between(1, 700)), _dice.One(Activities.Roles));
    }

    private (Point?, string?) Where(Buurt buurt) => _dice.Below(100) switch
    {
        < 55 => (buurt.Ground.Point(_dice), "EXACT"),
        < 72 => (buurt.Ground.Point(_dice), "NEARBY"),
        < 90 => (buurt.Ground.Middle, "AREA"),
        _ => (null, null),
    };

    // Where nobody says in which buurt or wijk it is, an exact point tells.
    private int? Area(Buurt buurt, string? precision)
    {
        var wijk = _areas[_city.Wijken.First(it => it.Buurten.Contains(buurt)).Code];
        return _dice.Below(100) switch
        {
            < 35 => _areas[buurt.Code],
            < 80 => wijk,
            _ => precision is "EXACT" ? null : wijk,
        };
    }

    private void AddHours(int number, int key, Keys periods)
    {
        var period = periods.Next();
        _periods.Add([period, key, 1, null, "BASE", null, null, .. Provenance(number)]);
        _spans.Add([period, 1, _dice.Chance(0.85) ? "OPEN" : _dice.One(["BY_APPOINTMENT", "SELF_SERVICE", "WITH_KEY", "MEMBERS_ONLY"]), false, null,
            .. Timetables.Read(Phrases.Door(_dice))]);
        if (_dice.Chance(0.25))
            _spans.Add([period, 2, "OPEN", false, null, .. Timetables.Read($"iedere {_dice.One(["dinsdag", "donderdag"])} van 19:00 tot 22:00")]);
        if (_dice.Chance(0.3))
            _spans.Add([period, 3, "HOST_PRESENT", false, _dice.One(["sociaal makelaar", "gastvrouw of gastheer", "opbouwwerker"]), .. Timetables.Read(Phrases.Presence(_dice))]);
        var winter = new DateOnly(_settings.Day.Year, 11, 15);
        if (_dice.Chance(0.1))
        {
            var warm = periods.Next();
            _periods.Add([warm, key, 2, "warme plek", "OVERLAY", winter, winter.AddDays(136), .. Provenance(number)]);
            _spans.Add([warm, 1, "OPEN", false, null, .. Timetables.Read("elke dag van 17:00 tot 21:00")]);
        }
        if (_dice.Chance(0.2))
        {
            var closed = periods.Next();
            var from = new DateOnly(_settings.Day.Year, 12, 24);
            _periods.Add([closed, key, 3, "kerstsluiting", "OVERRIDE", from, from.AddDays(8), .. Provenance(number)]);
            _spans.Add([closed, 1, "CLOSED", true, null, .. Timetables.Read("elke dag")]);
        }
    }

    // Of most places nobody says how one gets in; where somebody does, it is of some things.
    private void AddFacts(int number, int key)
    {
        if (!_dice.Chance(0.4))
            return;
        var told = 0.2 + _dice.Share() * 0.6;
        foreach (var (feature, share) in PlaceKind.Features.Where(_ => _dice.Chance(told)))
            _facts.Add([key, feature, _dice.Chance(share), .. Provenance(number)]);
    }

    private void AddPast(int number, int key, string id, string name)
    {
        if (!_dice.Chance(0.08))
            return;
        var former = $"{_dice.One(PlaceKind.All).Word} {Toponyms.House(_dice)}";
        var year = $"{_settings.Day.Year - _dice.Between(2, 9)}";
        _names.Add([id, former, "FORMER_NAME", .. Provenance(number)]);
        _versions.Add([key, 1, former, null, year, .. Provenance(number)]);
        _versions.Add([key, 2, name, year, null, .. Provenance(number)]);
    }

    private object?[] Provenance(int number) => Stated.Of(_dice, _settings.Day, _source, $"{_city.Code}, plek {number}");
}
