using OpenSocialMap.Data;

namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>One database with Dordrecht in it for all tests of a class.</summary>
public sealed class SeededDatabase(PostgresFixture postgres) : IAsyncLifetime
{
    internal SocialMapDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync() => Database = await postgres.OpenSeededAsync();

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
