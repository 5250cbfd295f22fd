using Npgsql;
using OpenSocialMap.Data.Figures;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>Brings made-up figures into a database, as the seed and the steward do: by a release file.</summary>
internal static class Releases
{
    /// <summary>A cell with a value; everything else is as the caller says with <c>with</c>.</summary>
    public static ReleaseRow Row(string indicator, string area, string period, decimal? value, string source = "report", int? year = null) => new(
        indicator, area, year, period, Breakdown.Total, value, value is null ? ObservationStatus.Suppressed : ObservationStatus.Normal,
        value is null ? Confidentiality.Confidential : Confidentiality.Free, null, source, null, "2022");

    /// <summary>The file of these rows, and its checksum.</summary>
    public static (MemoryStream File, string Checksum) File(params IEnumerable<ReleaseRow> rows)
    {
        var file = new MemoryStream();
        using var writer = new ReleaseFileWriter(file);
        foreach (var row in rows.Order(Comparer<ReleaseRow>.Create(ReleaseRow.Compare)))
            writer.Write(row);
        file.Position = 0;
        return (file, writer.Checksum());
    }

    /// <summary>Returns the key of the release.</summary>
    public static async Task<int> AddAsync(NpgsqlDataSource owner, string dataset, int number, params IEnumerable<ReleaseRow> rows)
    {
        var (file, checksum) = File(rows);
        await using var connection = await owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var release = await new ReleaseLoader(connection).AddAsync(new(dataset, number, new(2023, 1, number), $"Release {number}.", checksum), file, null, default);
        await transaction.CommitAsync();
        return release;
    }
}
