using System.Diagnostics;
using System.Globalization;
using Npgsql;
using OpenSocialMap.Data;
using OpenSocialMap.Data.Agenda;
using OpenSocialMap.Data.Seeding;

namespace OpenSocialMap.Generator;

/// <summary>
/// A country of islands in the North Sea, written the way an editor's work is: triggers derive what follows at each commit, and the keeper of the agenda
/// works out the occurrences. First all ground, then city after city in a transaction of its own.
/// </summary>
public static class Country
{
    /// <param name="tell">Hears how far it is.</param>
    public static async Task WriteAsync(SocialMapDatabase database, CountrySettings settings, Action<string> tell, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        await using var connection = await database.Owner.OpenConnectionAsync(cancellation);
        var source = await SourceAsync(connection, settings, cancellation);
        var cities = Enumerable.Range(1, settings.Cities);
        await InOneAsync(connection, () => Areas.WriteAsync(connection, settings, source, cities, cancellation), cancellation);
        // Autovacuum comes by once a minute, and until then the planner takes full tables for empty ones.
        await RunAsync(connection, "analyze", cancellation);
        Tell($"the ground of {settings.Cities} cities");
        await database.Agenda.KeepAsync(cancellation);

        var written = 0;
        foreach (var city in cities)
        {
            var offers = new Offers(settings, City.Make(settings, city), source);
            if (await offers.AreThereAsync(connection, cancellation))
                continue;
            await InOneAsync(connection, () => offers.WriteAsync(connection, cancellation), cancellation);
            await database.Agenda.KeepAsync(cancellation);
            await InOneAsync(connection, () => offers.CancelSomeAsync(connection, cancellation), cancellation);
            if (int.IsPow2(++written))
                await RunAsync(connection, "analyze", cancellation);
            Tell($"{city} of {settings.Cities} cities: {offers.Summary}");
        }
        await RunAsync(connection, "analyze", cancellation);

        void Tell(string done) => tell(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,7:F1} s  {done}"));
    }

    private static async Task<int> SourceAsync(NpgsqlConnection connection, CountrySettings settings, CancellationToken cancellation)
    {
        var slug = $"verzonnen-land-{settings.Seed}";
        await using var command = new NpgsqlCommand(
            """
            insert into core.source (id, slug, title, publisher, kind, published_on, description)
            values ($1, $2, 'Verzonnen land (generated)', 'OpenSocialMap.Generator', 'DATASET', $3, 'Alles hiervan is verzonnen. Geen plaats, organisatie of adres bestaat.')
            on conflict (id) do update
            set title = excluded.title
            returning key
            """,
            connection);
        command.Parameters.AddWithValue(PublicId.New("src", slug, new HashSet<string>()));
        command.Parameters.AddWithValue(slug);
        command.Parameters.AddWithValue(settings.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task InOneAsync(NpgsqlConnection connection, Func<Task> write, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await AgendaQueue.LockAsync(connection, cancellation);
        await write();
        // At the commit, but with no limit on how long that may take.
        await RunAsync(connection, "set constraints all immediate", cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
