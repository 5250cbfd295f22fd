namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>The tests of how a server behaves to its clients. They have a PostgreSQL of their own, so that they run beside those of <see cref="DatabaseCollection"/>.</summary>
[CollectionDefinition(Name)]
public sealed class ServerCollection : ICollectionFixture<PostgresFixture>
{
    public const string Name = "server";
}
