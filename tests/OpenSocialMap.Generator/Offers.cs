using Npgsql;
using OpenSocialMap.Data.Seeding;

namespace OpenSocialMap.Generator;

/// <summary>What there is in a city: partners, the places that they run, and what one can do there.</summary>
internal sealed class Offers
{
    private const double InhabitantsPerPartner = 1_100, InhabitantsPerPlace = 2_000, InhabitantsPerActivity = 400;

    private static readonly HashSet<string> NoneTaken = [];

    private readonly CountrySettings _settings;
    private readonly City _city;
    private readonly int _source;
    private readonly int _partners, _places, _activities;

    public Offers(CountrySettings settings, City city, int source)
    {
        (_settings, _city, _source) = (settings, city, source);
        int Count(double inhabitantsPerOne, int least) => Math.Max(least, (int)(city.Inhabitants / inhabitantsPerOne * settings.Scale));
        (_partners, _places, _activities) = (Count(InhabitantsPerPartner, 4), Count(InhabitantsPerPlace, 3), Count(InhabitantsPerActivity, 10));
    }

    public string Summary => $"{_city.Name}, {_city.Wijken.Count} wijken, {_partners} partners, {_places} places, {_activities} activities";

    public async Task<bool> AreThereAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select exists (select from core.partner where id = $1)", connection);
        command.Parameters.AddWithValue(PublicId.New("partner", $"gemeente-{_city.Slug}", NoneTaken));
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    public async Task WriteAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var areas = await AreaKeysAsync(connection, cancellation);
        var partners = await Partners.MakeAsync(connection, _settings, _city, _source, _partners, areas, cancellation);
        var places = await Places.MakeAsync(connection, _settings, _city, _source, _places, areas, partners, cancellation);
        var activities = await Activities.MakeAsync(connection, _settings, _city, _source, _activities, areas, partners, places, cancellation);
        foreach (var table in (Table[])[.. partners.Tables, .. places.Tables, .. activities.Tables])
            await table.CopyAsync(connection, cancellation);
    }

    /// <summary>One in 150 of what is to come in eight weeks: somebody is ill, a heating breaks down.</summary>
    public async Task CancelSomeAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            update core.occurrence
            set
              status = 'CANCELLED',
              status_note = 'Gaat deze keer niet door.'
            from core.activity
            join core.area
              on area.key = activity.municipality_key
            cross join core.agenda_day as today
            where area.code = $1
              and activity.key = occurrence.activity_key
              and occurrence.date between today.day and today.day + 56
              and occurrence.status = 'SCHEDULED'
              and ('x' || left(md5(occurrence.id), 4))::bit(16)::int % 150 = 0
            """,
            connection);
        command.Parameters.AddWithValue(_city.Code);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<Dictionary<string, int>> AreaKeysAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select coalesce(area.code, area.slug), area.key
            from core.area
            join core.area municipality
              on municipality.key in (area.key, area.municipality_key)
            where municipality.code = $1
            """,
            connection);
        command.Parameters.AddWithValue(_city.Code);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var keys = new Dictionary<string, int>();
        while (await reader.ReadAsync(cancellation))
            keys.Add(reader.GetString(0), reader.GetInt32(1));
        return keys;
    }
}
