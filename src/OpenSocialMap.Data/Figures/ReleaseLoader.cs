using Npgsql;
using NpgsqlTypes;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Data.Seeding;

namespace OpenSocialMap.Data.Figures;

/// <summary>Brings a release into the database, within a transaction of the caller's: the whole file or nothing of it.</summary>
public sealed class ReleaseLoader(NpgsqlConnection connection)
{
    // A large release takes as long as it takes.
    const int NoTimeout = 0;

    /// <summary>
    /// Adds the release. The current ones that it shares a period with are superseded; it must have all of their periods.
    /// </summary>
    /// <param name="file">Is read twice, so it must be able to go back.</param>
    /// <param name="progress">Told how many rows are in, every ten thousand.</param>
    /// <returns>The key of the release.</returns>
    /// <exception cref="ReleaseFileException">The file is not that of the header, or something in it is wrong.</exception>
    public async Task<int> AddAsync(ReleaseHeader header, Stream file, IProgress<int>? progress, CancellationToken cancellation)
    {
        await RunAsync("select pg_advisory_xact_lock(hashtextextended('core.release', 0))", cancellation);
        var names = await FigureNames.ReadAsync(connection, header.Dataset, cancellation)
            ?? throw new ReleaseFileException([(1, $"there is no dataset \"{header.Dataset}\"; name one that the seed has, or add it")]);
        var start = file.Position;
        var contents = ReleaseContents.Read(file, header, names);
        var superseded = await SupersededAsync(header, names.DatasetKey, contents, cancellation);
        var (release, firstKey) = await InsertReleaseAsync(header, names.DatasetKey, contents, cancellation);
        await RunAsync("update core.release set status = 'SUPERSEDED' where key = any ($1)", cancellation, Array(NpgsqlDbType.Integer, superseded));
        var keys = await ReleaseKeys.MakeAsync(connection, names, contents, cancellation);
        file.Position = start;
        await CopyAsync(release, firstKey, file, names, keys, progress, cancellation);
        return release;
    }

    async Task<List<int>> SupersededAsync(ReleaseHeader header, int dataset, ReleaseContents contents, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select key, number, time_periods, status from core.release where dataset_key = $1", connection);
        command.Parameters.AddWithValue(dataset);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var superseded = new List<int>();
        while (await rows.ReadAsync(cancellation))
        {
            var (number, periods) = (rows.GetInt32(1), rows.GetFieldValue<string[]>(2));
            if (number >= header.Number)
                throw new ReleaseFileException([(1, $"there is a release {number} of \"{header.Dataset}\" already; give this one a higher number")]);
            if (rows.GetString(3) != Spelling.Write(ReleaseStatus.Current) || !contents.TimePeriods.Overlaps(periods))
                continue;
            if (periods.FirstOrDefault(period => !contents.TimePeriods.Contains(period)) is { } missing)
                throw new ReleaseFileException([(1, $"release {number} has figures of {missing} and this one, which would supersede it, has none; add them")]);
            superseded.Add(rows.GetInt32(0));
        }
        return superseded;
    }

    async Task<(int Release, int FirstKey)> InsertReleaseAsync(ReleaseHeader header, int dataset, ReleaseContents contents, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into core.release (id, dataset_key, number, published_on, notes, checksum, time_periods, first_key, observation_count)
            select $1, $2, $3, $4, $5, $6, $7, coalesce(max(first_key + observation_count), 1), $8
            from core.release
            returning key, first_key
            """,
            connection);
        command.Parameters.AddWithValue(PublicId.New(PublicId.Prefix<Release>(), $"{header.Dataset}:{header.Number}", new HashSet<string>()));
        command.Parameters.AddWithValue(dataset);
        command.Parameters.AddWithValue(header.Number);
        command.Parameters.AddWithValue(header.PublishedOn);
        command.Parameters.AddWithValue(header.Notes);
        command.Parameters.AddWithValue(header.Checksum);
        command.Parameters.AddWithValue(contents.TimePeriods.ToArray());
        command.Parameters.AddWithValue(contents.Count);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetInt32(0), row.GetInt32(1));
    }

    async Task CopyAsync(
        int release, int firstKey, Stream file, FigureNames names, ReleaseKeys keys, IProgress<int>? progress, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy core.observation (key, release_key, indicator_key, area_key, breakdown_key, citation_key, note_key, status, time_period, value) from stdin (format binary)",
            cancellation);
        copy.Timeout = Timeout.InfiniteTimeSpan;
        var reader = new ReleaseFileReader(file);
        var count = 0;
        foreach (var row in reader.Rows())
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(firstKey + count, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(release, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(names.Indicators[row.Indicator].Key, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(names.Areas[row.Area].Key, NpgsqlDbType.Integer, cancellation);
            await WriteAsync(copy, row.Breakdown == Breakdown.Total ? null : keys.Breakdowns[row.Breakdown], cancellation);
            await copy.WriteAsync(keys.Citations[(names.Sources[row.Source], row.Locator, row.StatedOn)], NpgsqlDbType.Integer, cancellation);
            await WriteAsync(copy, row.Note is { } note ? keys.Notes[note] : null, cancellation);
            await copy.WriteAsync(SdmxCode.Of(row.Status), NpgsqlDbType.InternalChar, cancellation);
            await copy.WriteAsync(row.TimePeriod, NpgsqlDbType.Text, cancellation);
            if (row.Value is { } value)
                await copy.WriteAsync(value, NpgsqlDbType.Numeric, cancellation);
            else
                await copy.WriteNullAsync(cancellation);
            count++;
            if (count % 10_000 == 0)
                progress?.Report(count);
        }
        reader.ThrowIfAny();
        await copy.CompleteAsync(cancellation);
        progress?.Report(count);
    }

    static Task WriteAsync(NpgsqlBinaryImporter copy, int? key, CancellationToken cancellation) =>
        key is { } given ? copy.WriteAsync(given, NpgsqlDbType.Integer, cancellation) : copy.WriteNullAsync(cancellation);

    static NpgsqlParameter Array<T>(NpgsqlDbType type, IEnumerable<T> values) => new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = values.ToArray() };

    async Task RunAsync(string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = NoTimeout };
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
