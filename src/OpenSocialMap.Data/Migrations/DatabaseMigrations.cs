using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Migrations;

/// <summary>Brings a database's tables, views and functions up to date.</summary>
internal static class DatabaseMigrations
{
    public const string HistorySchema = "core";
    public const string HistoryTable = "migration";

    /// <summary>True when there was something to do.</summary>
    public static async Task<bool> ApplyAsync(NpgsqlDataSource owner, NpgsqlConnection connection, CancellationToken cancellation)
    {
        // Asking EF Core, or looking at its classes alone, would take most of a start; at nearly every one there is nothing to do.
        var applied = await AppliedAsync(connection, cancellation);
        if (applied.IsSupersetOf(Ids()))
            return false;
        await using var context = SocialMapContext.Over(owner);
        await context.Database.MigrateAsync(cancellation);
        return true;
    }

    static IEnumerable<string> Ids() => EmbeddedSql.Names.Where(name => char.IsAsciiDigit(name[0])).Select(Path.GetFileNameWithoutExtension)!;

    static async Task<HashSet<string>> AppliedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var exists = new NpgsqlCommand($"select to_regclass('{HistorySchema}.{HistoryTable}') is not null", connection);
        if (await exists.ExecuteScalarAsync(cancellation) is not true)
            return [];
        // As one text: to read its first array, Npgsql looks through all types that it knows, and every start would wait for that.
        await using var ids = new NpgsqlCommand($"""select string_agg("MigrationId", ' ') from {HistorySchema}.{HistoryTable}""", connection);
        return await ids.ExecuteScalarAsync(cancellation) is string found ? [.. found.Split(' ')] : [];
    }
}
