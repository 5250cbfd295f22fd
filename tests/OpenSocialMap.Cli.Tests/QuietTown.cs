using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Cli.Tests;

/// <summary>One town for all tests of a class that write nothing, because what they try is refused.</summary>
public sealed class QuietTown(PostgresFixture postgres) : IAsyncLifetime
{
    internal Town Town { get; private set; } = null!;

    public async Task InitializeAsync() => Town = await Town.MakeAsync(postgres);

    public async Task DisposeAsync() => await Town.DisposeAsync();
}
