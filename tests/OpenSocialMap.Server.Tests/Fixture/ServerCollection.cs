namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>The tests of how a server behaves to its clients.</summary>
[CollectionDefinition(Name)]
public sealed class ServerCollection : ICollectionFixture<PostgresFixture>
{
    public const string Name = "server";
}
