namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>The tests that mostly wait: for processes to start and stop, for what will be told, for the end of a patience. The others have the machine meanwhile.</summary>
[CollectionDefinition(Name)]
public sealed class WaitingCollection : ICollectionFixture<PostgresFixture>
{
    public const string Name = "waiting";
}
