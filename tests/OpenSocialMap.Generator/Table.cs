using Npgsql;

namespace OpenSocialMap.Generator;

/// <summary>Rows on their way into a table, all at once by COPY. The triggers see each of them, as with any other write.</summary>
internal sealed class Table(string name, string columns)
{
    private readonly List<object?[]> _rows = [];

    public void Add(params object?[] row) => _rows.Add(row);

    public async Task CopyAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"copy {name} ({columns}) from stdin (format binary)", cancellation);
        writer.Timeout = Timeout.InfiniteTimeSpan;
        foreach (var row in _rows)
            await writer.WriteRowAsync(cancellation, row!);
        await writer.CompleteAsync(cancellation);
    }
}
