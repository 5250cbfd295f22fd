using Npgsql;
using OpenSocialMap.Data.Seeding;

namespace OpenSocialMap.Generator;

/// <summary>A city's activities: what, for whom, when and with whom, each as far as somebody says.</summary>
internal sealed class Activities
{
    public static readonly string[] Roles = ["ORGANISER", "HOST", "EDITOR", "SOCIAL_WORKER", "MUNICIPALITY", "VOLUNTEER", "VISITOR"];

    private static readonly HashSet<string> NoneTaken = [];

    private readonly CountrySettings _settings;
    private readonly City _city;
    private readonly int _source;
    private readonly Dictionary<string, int> _areas;
    private readonly Dice _dice;
    private readonly HashSet<string> _taken = [];

    private readonly Table _activities = new("core.activity",
        "key, id, slug, name, description, themes, target_groups, access, is_accessible_for_free, price_note, in_language, minimum_age, maximum_age, status, "
        + $"succeeded_by_key, place_key, area_key, organiser_key, {Stated.Columns}");
    private readonly Table _schedules = new("core.schedule", $"activity_key, position, {Timetables.Columns}");
    private readonly Table _partners = new("core.activity_partner", "activity_key, partner_key, role");
    private readonly Table _programmes = new("core.activity_programme", "activity_key, programme_key");
    private readonly Table _endings = new("core.ending", $"subject_id, ended_on, reason, {Stated.Columns}");
    private readonly Table _confirmations = new("core.confirmation", "subject_id, confirmed_on, role");

    private Activities(CountrySettings settings, City city, int source, Dictionary<string, int> areas)
    {
        (_settings, _city, _source, _areas) = (settings, city, source, areas);
        _dice = Dice.For(settings.Seed, $"activities {city.Number}");
    }

    public IEnumerable<Table> Tables => [_activities, _schedules, _partners, _programmes, _endings, _confirmations];

    public static async Task<Activities> MakeAsync(
        NpgsqlConnection connection, CountrySettings settings, City city, int source, int count, Dictionary<string, int> areas, Partners partners, Places places,
        CancellationToken cancellation)
    {
        var made = new Activities(settings, city, source, areas);
        var keys = await Keys.TakeAsync(connection, "core.activity", count, cancellation);
        int? before = null;
        for (var n = 1; n <= count; n++)
        {
            var key = keys.Next();
            made.Add(n, key, before, partners, places);
            before = key;
        }
        return made;
    }

    /// <param name="before">The one that may have come in this one's stead.</param>
    private void Add(int number, int key, int? before, Partners partners, Places places)
    {
        var kind = _dice.Weighted(ActivityKind.All, it => it.Weight);
        var wijk = _dice.Weighted(_city.Wijken, it => Math.Pow(it.Ground.Inhabitants + 50, 1.1));
        (int Key, string Name)? place = _dice.Chance(0.55) ? _dice.One(places.All) : null;
        var name = Toponyms.Free($"{kind.Name} {place?.Name ?? wijk.Name}", _taken);
        var slug = $"{_city.Slug}-{Toponyms.Slug(name)}";
        var id = PublicId.New("act", slug, NoneTaken);
        var status = _dice.Below(100) switch { < 82 => null, < 92 => "ACTIVE", < 94 => "TEMPORARILY_CLOSED", < 96 => "INACTIVE", _ => "DEFUNCT" };
        var (isFree, price) = Price();
        var (youngest, oldest) = Ages(kind);
        _activities.Add([
            key, id, slug, name, _dice.Chance(0.75) ? $"{kind.Description} Dit is een verzonnen activiteit." : null,
            kind.Themes, _dice.Chance(0.6) ? kind.TargetGroups : [], Access(kind), isFree, price,
            _dice.Chance(0.04) ? [_dice.One(["tr", "ar", "uk", "pl", "en", "ti"])] : Array.Empty<string>(), youngest, oldest, status,
            status is "DEFUNCT" && _dice.Chance(0.4) ? before : null, place?.Key, place is null || _dice.Chance(0.3) ? Area(wijk) : null,
            _dice.Chance(0.68) ? partners.One(_dice) : null, .. Provenance(number)]);
        for (var position = 1; position <= 2 && (position == 1 || _dice.Chance(0.1)); position++)
        {
            if (Phrases.Activity(_dice, _settings.Day) is { } phrase)
                _schedules.Add([key, position, .. Timetables.Read(phrase)]);
        }
        AddLinks(key, partners);
        if (status is "DEFUNCT" && _dice.Chance(0.7))
            _endings.Add([id, $"{_settings.Day.Year - _dice.Below(3)}", _dice.One(["Er was geen ruimte meer.", "De subsidie hield op.", "Er kwamen te weinig mensen."]), .. Provenance(number)]);
        if (_dice.Chance(0.05))
            _confirmations.Add(id, _settings.Day.AddDays(-_dice.Between(1, 500)), _dice.One(Roles));
    }

    private string? Access(ActivityKind kind) => _dice.Below(100) switch
    {
        < 20 when kind.IsOpenDoor => "WALK_IN",
        < 8 => "REGISTRATION",
        < 11 => "APPOINTMENT",
        < 14 => "REFERRAL",
        _ => null,
    };

    private (bool?, string?) Price() => _dice.Below(100) switch
    {
        < 15 => (true, null),
        < 20 => (true, "Vrijwillige bijdrage."),
        < 30 => (false, $"€ {_dice.Between(1, 9)} per keer."),
        _ => (null, null),
    };

    private (int?, int?) Ages(ActivityKind kind) =>
        !_dice.Chance(0.5) ? (null, null) : kind.TargetGroups is ["CHILDREN", ..] ? (4, 12) : kind.TargetGroups is ["YOUTH", ..] ? (12, 18) : (null, null);

    private int Area(Wijk wijk) => _dice.Below(100) switch
    {
        < 70 => _areas[wijk.Code],
        < 88 => _areas[_dice.One(wijk.Buurten).Code],
        < 94 when _areas.TryGetValue($"{_city.Slug}-gebied-a", out var werkgebied) => werkgebied,
        _ => _areas[_city.Code],
    };

    private void AddLinks(int key, Partners partners)
    {
        var linked = new HashSet<int>();
        for (var turn = _dice.Weighted([0, 1, 2, 4], parts => 4 - parts * 0.8); turn > 0; turn--)
        {
            var partner = partners.One(_dice);
            if (linked.Add(partner))
                _partners.Add(key, partner, _dice.One(["HOST", "PARTNER", "PARTNER", "FUNDER", "REFERRER"]));
        }
        if (_dice.Chance(0.15))
            _programmes.Add(key, _dice.One(partners.ProgrammeKeys));
    }

    private object?[] Provenance(int number) => Stated.Of(_dice, _settings.Day, _source, $"{_city.Code}, activiteit {number}");
}
