using OpenSocialMap.Data;

namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>One database without rows for all tests of a class.</summary>
public sealed class EmptyDatabase(PostgresFixture postgres) : IAsyncLifetime
{
    internal SocialMapDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync() => Database = await postgres.OpenAsync();

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
