namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>The tests of what is answered from the database, in every form.</summary>
[CollectionDefinition(Name)]
public sealed class AnswersCollection : ICollectionFixture<PostgresFixture>
{
    public const string Name = "answers";
}
