using Npgsql;
using NpgsqlTypes;
using OpenSocialMap.Cli.Databases;
using OpenSocialMap.Cli.Tables;
using OpenSocialMap.Data.Figures;

namespace OpenSocialMap.Cli.Import;

/// <summary>Brings a file of raw figures into the database: all of it, in one transaction, or nothing.</summary>
internal sealed class Importer(NpgsqlConnection connection, Vocabulary words, RawFile file, AcceptedOddities accepted)
{
    /// <summary>How many problems there are; the file may be written when there are none.</summary>
    public Problems Problems { get; } = new(file.Name);

    HashSet<int> _disputed = [];

    /// <summary>How many rows are recorded as contradicting each other.</summary>
    public int Disputed => _disputed.Count;

    public int Count { get; private set; }

    /// <summary>Reads the whole file and everything that it has to agree with. Writes nothing.</summary>
    public async Task CheckAsync(IProgress<double> progress, CancellationToken cancellation)
    {
        var table = new RawTable(words);
        var check = new FileCheck(table, Problems, accepted);
        foreach (var row in file.Rows(words, Problems, progress))
        {
            cancellation.ThrowIfCancellationRequested();
            check.Add(row);
            Count++;
        }
        // Totals of a file with rows missing would all be wrong.
        if (Problems.Count > 0)
            return;
        await EarlierLoads.AddAsync(connection, table, cancellation);
        check.CheckTotals();
        check.CheckRatios();
        _disputed = check.Disputed;
    }

    /// <summary>Writes what was checked, as what an earlier release was made of if one is named. Returns the number of the load.</summary>
    public async Task<int> WriteAsync(int? release, IProgress<double> progress, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var (load, number) = await LoadAsync(cancellation);
        await CopyAsync(load, progress, cancellation);
        file.RequireUnchanged();
        if (release is { } made)
            await ForRelease.ConnectAsync(connection, words, load, made, cancellation);
        await Audit.WriteAsync(connection, "import", words.Catalog.Dataset.Key, new() { ["load"] = number, ["rows"] = Count, ["disputed"] = Disputed }, cancellation);
        await transaction.CommitAsync(cancellation);
        return number;
    }

    async Task<(int Key, int Number)> LoadAsync(CancellationToken cancellation)
    {
        await using var alone = new NpgsqlCommand("select pg_advisory_xact_lock(hashtextextended('restricted.load', 0))", connection);
        await alone.ExecuteNonQueryAsync(cancellation);
        await using var command = new NpgsqlCommand(
            """
            insert into restricted.load (dataset_key, number, file_name, sha256)
            select $1, coalesce(max(number), 0) + 1, $2, $3
            from restricted.load
            where dataset_key = $1
            returning key, number
            """,
            connection);
        command.Parameters.AddWithValue(words.Catalog.Dataset.Key);
        command.Parameters.AddWithValue(file.Name);
        command.Parameters.AddWithValue(file.Checksum);
        await using var row = await command.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return (row.GetInt32(0), row.GetInt32(1));
    }

    async Task CopyAsync(int load, IProgress<double> progress, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy restricted.cell (
              load_key, line, indicator_key, area_key, time_period, breakdown, value, denominator, largest_contribution, second_contribution, obs_status, source_key, locator, stated_on, note, is_disputed
            ) from stdin (format binary)
            """,
            cancellation);
        copy.Timeout = Timeout.InfiniteTimeSpan;
        foreach (var row in file.Rows(words, Problems, progress))
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(load, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(row.Line, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(row.Cell.Indicator, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(row.Cell.Area, NpgsqlDbType.Integer, cancellation);
            await copy.WriteAsync(words.Periods[row.Cell.Period], NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(words.Breakdowns[row.Cell.Breakdown], NpgsqlDbType.Text, cancellation);
            await WriteAsync(copy, row.Value, cancellation);
            await WriteAsync(copy, row.Denominator, cancellation);
            await WriteAsync(copy, row.LargestContribution, cancellation);
            await WriteAsync(copy, row.SecondContribution, cancellation);
            await copy.WriteAsync(SdmxCode.Of(row.Status), NpgsqlDbType.InternalChar, cancellation);
            await copy.WriteAsync(row.SourceKey, NpgsqlDbType.Integer, cancellation);
            await WriteAsync(copy, row.Locator, cancellation);
            await copy.WriteAsync(row.StatedOn, NpgsqlDbType.Text, cancellation);
            await WriteAsync(copy, row.Note, cancellation);
            await copy.WriteAsync(_disputed.Contains(row.Line), NpgsqlDbType.Boolean, cancellation);
        }
        await copy.CompleteAsync(cancellation);
    }

    static Task WriteAsync(NpgsqlBinaryImporter copy, decimal? value, CancellationToken cancellation) =>
        value is { } number ? copy.WriteAsync(number, NpgsqlDbType.Numeric, cancellation) : copy.WriteNullAsync(cancellation);

    static Task WriteAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken cancellation) =>
        text is null ? copy.WriteNullAsync(cancellation) : copy.WriteAsync(text, NpgsqlDbType.Text, cancellation);
}
