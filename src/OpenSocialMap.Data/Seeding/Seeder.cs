using Microsoft.Extensions.Logging;
using Npgsql;

namespace OpenSocialMap.Data.Seeding;

public sealed class Seeder(NpgsqlDataSource owner, ILogger log)
{
    public Task SeedAsync(string folder, CancellationToken cancellation) { _ = owner; _ = log; _ = folder; _ = cancellation; return Task.CompletedTask; }
}
