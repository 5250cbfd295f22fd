namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>The tests of what is in the database, which share one PostgreSQL. Each of the other collections has one of its own, so that they run beside each other.</summary>
[CollectionDefinition(Name)]
public sealed class DatabaseCollection : ICollectionFixture<PostgresFixture>
{
    public const string Name = "database";
}
