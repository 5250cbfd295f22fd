using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenSocialMap.Data.Agenda;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Seeding;

/// <summary>Brings the seed files into the database: all of them or nothing, and only what changed.</summary>
public sealed class Seeder(NpgsqlDataSource owner, ILogger log)
{
    /// <exception cref="SeedException">The files hold mistakes; the data is as it was.</exception>
    public async Task<SeedResult> SeedAsync(string folder, CancellationToken cancellation)
    {
        await using var connection = await owner.OpenConnectionAsync(cancellation);
        return await SeedAsync(folder, connection, cancellation);
    }

    /// <summary>The same; whether there is anything to do is asked on a connection that is open already.</summary>
    internal async Task<SeedResult> SeedAsync(string folder, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var files = SeedFolder.Read(folder);
        var fingerprint = files.Fingerprint();
        if (await IsSeededAsync(connection, fingerprint, cancellation))
        {
            log.SeedUnchanged(folder);
            return new(0, 0, 0) { Skipped = true };
        }
        var result = await ImportAsync(files, fingerprint, cancellation);
        log.Seeded(folder, result.Inserted, result.Updated, result.Unpublished);
        return result;
    }

    static async Task<bool> IsSeededAsync(NpgsqlConnection connection, string fingerprint, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select exists (select from core.seeding where fingerprint = $1)", connection);
        command.Parameters.AddWithValue(fingerprint);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    async Task<SeedResult> ImportAsync(SeedFolder files, string fingerprint, CancellationToken cancellation)
    {
        var problems = new SeedProblems();
        var tables = new SeedTables(files, problems);
        await using var context = SocialMapContext.Over(owner);
        // Else each look at what is loaded compares every record with what it was.
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await AgendaQueue.LockAsync(connection, cancellation);
        var unpublished = await new SeedImport(context, tables, problems).RunAsync(cancellation);
        problems.ThrowIfAny();
        context.ChangeTracker.DetectChanges();
        var result = Count(context) with { Unpublished = unpublished };
        await context.SaveChangesAsync(cancellation);
        var releases = await new SeededReleases(connection, tables, problems).LoadAsync(cancellation);
        problems.ThrowIfAny();
        result = result with { Inserted = result.Inserted + releases };
        await AgendaKeeper.KeepWithinAsync(connection, cancellation);
        await context.Database.ExecuteSqlAsync($"delete from core.seeding", cancellation);
        await context.Database.ExecuteSqlAsync($"insert into core.seeding (fingerprint) values ({fingerprint})", cancellation);
        await transaction.CommitAsync(cancellation);
        // Else the planner knows nothing of the new rows until autovacuum comes by, in a minute.
        await context.Database.ExecuteSqlAsync($"analyze", cancellation);
        return result;
    }

    static SeedResult Count(SocialMapContext context)
    {
        var changes = context.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified).ToList();
        var records = changes.Where(entry => !entry.Metadata.IsOwned() && entry.Metadata.FindProperty("Key") is not null).ToList();
        return new(records.Count(entry => entry.State == EntityState.Added), records.Count(entry => entry.State == EntityState.Modified), 0);
    }
}
