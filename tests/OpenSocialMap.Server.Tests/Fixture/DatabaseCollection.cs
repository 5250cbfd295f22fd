namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>The tests of what is in the database and what is answered from it, which share one PostgreSQL.</summary>
[CollectionDefinition(Name)]
public sealed class DatabaseCollection : ICollectionFixture<PostgresFixture>
{
    public const string Name = "database";
}
