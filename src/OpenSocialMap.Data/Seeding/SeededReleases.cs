using Npgsql;
using OpenSocialMap.Data.Figures;

namespace OpenSocialMap.Data.Seeding;

/// <summary>Brings the releases of the seed into the database that it doesn't have yet. What it has never changes.</summary>
internal sealed class SeededReleases(NpgsqlConnection connection, SeedTables tables, SeedProblems problems)
{
    /// <summary>Within the caller's transaction, when datasets and indicators are saved. Returns how many are new.</summary>
    public async Task<int> LoadAsync(CancellationToken cancellation)
    {
        var added = 0;
        foreach (var row in tables.Releases.OrderBy(row => row.Integer("number")))
        {
            var header = new ReleaseHeader(row.Cells["dataset"], row.Integer("number")!.Value, row.Date("published_on")!.Value, row.Cells["notes"], row.Cells["checksum"]);
            if (await KnownAsync(header, cancellation) is not { } checksum)
                added += await AddAsync(header, tables.File(row.Cells["file"])!, cancellation) ? 1 : 0;
            else if (checksum != header.Checksum)
                row.Problem("checksum", $"release {header.Number} is known with another checksum ({checksum}), and a release never changes; give this one the next number");
            await WithdrawAsync(header, row, cancellation);
        }
        return added;
    }

    async Task<string?> KnownAsync(ReleaseHeader header, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "select checksum from core.release join core.dataset on dataset.key = dataset_key where slug = $1 and number = $2", connection);
        command.Parameters.AddWithValue(header.Dataset);
        command.Parameters.AddWithValue(header.Number);
        return (string?)await command.ExecuteScalarAsync(cancellation);
    }

    async Task<bool> AddAsync(ReleaseHeader header, SeedFile file, CancellationToken cancellation)
    {
        try
        {
            await new ReleaseLoader(connection).AddAsync(header, new MemoryStream(file.Bytes, writable: false), null, cancellation);
            return true;
        }
        catch (ReleaseFileException wrong)
        {
            foreach (var (line, problem) in wrong.Problems)
                problems.Add(file.Name, line, "", problem);
            return false;
        }
    }

    async Task WithdrawAsync(ReleaseHeader header, SeedRow row, CancellationToken cancellation)
    {
        if (row.Date("withdrawn_on") is not { } day)
            return;
        await using var command = new NpgsqlCommand(
            """
            update core.release
            set
              status = 'WITHDRAWN',
              withdrawn_on = $3,
              withdrawn_reason = $4
            from core.dataset
            where dataset.key = dataset_key
              and slug = $1
              and number = $2
              and status <> 'WITHDRAWN'
            """,
            connection);
        command.Parameters.AddWithValue(header.Dataset);
        command.Parameters.AddWithValue(header.Number);
        command.Parameters.AddWithValue(day);
        command.Parameters.AddWithValue(row.Cells["withdrawn_reason"]);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
