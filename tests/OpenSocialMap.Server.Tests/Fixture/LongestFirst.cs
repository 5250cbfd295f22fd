using OpenSocialMap.Server.Tests.Fixture;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("OpenSocialMap.Server.Tests.Fixture.LongestFirst", "OpenSocialMap.Server.Tests")]

namespace OpenSocialMap.Server.Tests.Fixture;

/// <summary>Starts the collections that share a PostgreSQL before the classes on their own, which are short: so nothing long is left for the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => collection.CollectionDefinition is null);
}
