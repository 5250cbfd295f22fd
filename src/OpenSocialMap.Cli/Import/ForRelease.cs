using Npgsql;
using OpenSocialMap.Cli.Releases;
using OpenSocialMap.Cli.Tables;

namespace OpenSocialMap.Cli.Import;

/// <summary>Says that a load is what an earlier release was made of, when that release publishes nothing else than the load has.</summary>
internal static class ForRelease
{
    public static async Task ConnectAsync(NpgsqlConnection connection, Vocabulary words, int load, int number, CancellationToken cancellation)
    {
        var dataset = words.Catalog.Dataset;
        await using var find = new NpgsqlCommand(
            """
            select key, time_periods
            from core.release
            where dataset_key = $1
              and number = $2
              and not exists (select from restricted.release_load where release_key = key)
            """,
            connection);
        find.Parameters.AddWithValue(dataset.Key);
        find.Parameters.AddWithValue(number);
        int release;
        string[] periods;
        await using (var row = await find.ExecuteReaderAsync(cancellation))
        {
            if (!await row.ReadAsync(cancellation))
                throw new RefusedException($"{dataset.Slug} has no release {number} without raw figures; nothing was imported.");
            (release, periods) = (row.GetInt32(0), row.GetFieldValue<string[]>(1));
        }
        var stated = await StatedCellReader.ReadAsync(connection, words, [load], periods, cancellation);
        var published = await new PastReleases(connection, words, new Dictionary<CellKey, decimal>()).WordsAsync(release, stated, cancellation);
        var rounded = dataset.Method == Data.Model.ProtectionMethod.Rounding;
        for (var cell = 0; cell < stated.All.Count; cell++)
            if (!rounded && !published.IsWithheld[cell] && published.Values[cell] != stated.All[cell].Value)
                throw new RefusedException(
                    $"The file can't be what release {number} was made of: that has another value for {words.Name(stated.All[cell].Key)}. Nothing was imported.");
        var count = await CountAsync(connection, release, cancellation);
        if (count != stated.All.Count)
            throw new RefusedException($"The file can't be what release {number} was made of: it has {stated.All.Count} cells of its periods and the release {count}. Nothing was imported.");
        await using var connect = new NpgsqlCommand("insert into restricted.release_load (release_key, load_key) values ($1, $2)", connection);
        connect.Parameters.AddWithValue(release);
        connect.Parameters.AddWithValue(load);
        await connect.ExecuteNonQueryAsync(cancellation);
    }

    static async Task<int> CountAsync(NpgsqlConnection connection, int release, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select observation_count from core.release where key = $1", connection);
        command.Parameters.AddWithValue(release);
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
