using System.Globalization;
using Npgsql;
using OpenSocialMap.Cli.Databases;
using OpenSocialMap.Data.Figures;

namespace OpenSocialMap.Cli.Releases;

/// <summary>Writes a release: its file, its observations, what it was made of and who did it, in one transaction.</summary>
internal sealed class ReleaseWriter(NpgsqlConnection connection)
{
    /// <summary>Writes it and returns its header.</summary>
    /// <param name="file">An empty file that the release is written to as well.</param>
    public async Task<ReleaseHeader> WriteAsync(
        Draft draft, string notes, DateOnly? date, Stream file, IProgress<double> progress, CancellationToken cancellation)
    {
        var protection = draft.Protection;
        var dataset = protection.Stated.Words.Catalog.Dataset;
        string checksum;
        int count;
        using (var writer = new ReleaseFileWriter(file))
        {
            foreach (var row in protection.Rows())
                writer.Write(row);
            (checksum, count) = (writer.Checksum(), writer.Count);
        }
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var number = await NumberAsync(dataset.Key, draft.Last, cancellation);
        var header = new ReleaseHeader(dataset.Slug, number, date ?? await TodayAsync(cancellation), notes, checksum);
        file.Position = 0;
        var release = await new ReleaseLoader(connection).AddAsync(header, file, new Share(progress, count), cancellation);
        await NoteLoadsAsync(release, protection.Stated.Loads, cancellation);
        await Audit.WriteAsync(connection, "release", dataset.Key, new() { ["release"] = number, ["checksum"] = checksum }, cancellation);
        await transaction.CommitAsync(cancellation);
        return header;
    }

    // Whoever released meanwhile told something that this release was not attacked with.
    async Task<int> NumberAsync(int dataset, int last, CancellationToken cancellation)
    {
        await using var alone = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('core.release', 0))", connection);
        await alone.ExecuteNonQueryAsync(cancellation);
        if (await LastAsync(connection, dataset, cancellation) != last)
            throw new RefusedException("Somebody else made a release meanwhile, and nothing was released here. Check and release once more.");
        return last + 1;
    }

    /// <summary>The number of the last release; 0 when there is none.</summary>
    public static async Task<int> LastAsync(NpgsqlConnection connection, int dataset, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select coalesce(max(number), 0) from core.release where dataset_key = $1", connection);
        command.Parameters.AddWithValue(dataset);
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }

    async Task<DateOnly> TodayAsync(CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select (now() at time zone 'Europe/Amsterdam')::date", connection);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return row.GetFieldValue<DateOnly>(0);
    }

    async Task NoteLoadsAsync(int release, IReadOnlyCollection<int> loads, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("insert into restricted.release_load (release_key, load_key) select $1, unnest($2)", connection);
        command.Parameters.AddWithValue(release);
        command.Parameters.AddWithValue(loads.ToArray());
        await command.ExecuteNonQueryAsync(cancellation);
    }

    sealed class Share(IProgress<double> bar, int count) : IProgress<int>
    {
        public void Report(int value) => bar.Report((double)value / count);
    }
}
