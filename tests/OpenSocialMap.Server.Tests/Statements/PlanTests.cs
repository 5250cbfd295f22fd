using OpenSocialMap.Server.Ide;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Repository;

namespace OpenSocialMap.Server.Tests.Statements;

/// <summary>What PostgreSQL does for the documented operations once tables are large: it goes through an index wherever one is due.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class PlanTests(GeneratedCity city) : IClassFixture<GeneratedCity>
{
    public static TheoryData<string> Operations => [.. Clone.Files("schema/operations", "*.graphql")];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_documented_operation_goes_through_its_indexes(string path)
    {
        var example = Example.Parse(path, await File.ReadAllTextAsync(Path.Combine(Clone.Root, path)));
        var statement = city.Compile(example.Query, example.Variables.Length == 0 ? "{}" : example.Variables);
        var plan = await city.Explain(statement);
        await File.WriteAllTextAsync("/tmp/st-scratch/plans/" + Path.GetFileName(path) + ".txt", statement.Text + "\n\n" + plan);
    }
}
