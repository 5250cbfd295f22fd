using OpenSocialMap.GraphQL.Cost;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Host;
using OpenSocialMap.Server.Tests.RandomDocuments;
using Xunit.Abstractions;

namespace OpenSocialMap.Server.Tests.Cost;

/// <summary>Of any operation: how its values are given doesn't change what it costs, and whoever asks for longer pages never pays less.</summary>
[Collection(ServerCollection.Name)]
public sealed class CostOfGeneratedTests(SeededServer server, ITestOutputHelper output) : IClassFixture<SeededServer>
{
    private const int Operations = 150;

    [Fact]
    public async Task Values_in_the_document_and_in_variables_cost_the_same_and_longer_pages_never_less()
    {
        var schema = SchemaFiles.Load();
        var (priced, dearer) = (0, 0);
        for (var seed = 1; seed <= Operations; seed++)
        {
            var dice = new Dice(seed);
            var selections = new RandomSelection(schema, dice, new RandomInput(dice, new Known())).Root();
            var document = RandomDocument.WithLiterals(selections);
            // A value that can't be used is found at once in a document, and of a variable when it is used.
            if (await CostOf(document) is not { } cost || await CostOf(RandomDocument.WithVariables(selections, dice)) is not { } byVariables)
                continue;
            Assert.True(cost == byVariables, $"{cost} is not {byVariables}:\n{document.Query}");
            priced++;
            if (await CostOf(RandomDocument.WithLiterals(Longer(selections))) is not { } longer)
                continue;
            Assert.True(longer.Field >= cost.Field && longer.Type >= cost.Type, $"{cost} is more than {longer}:\n{document.Query}");
            dearer += longer != cost ? 1 : 0;
        }
        output.WriteLine($"{priced} of {Operations} have a price, {dearer} a higher one with longer pages");
        Assert.True(priced > Operations / 3 && dearer > Operations / 10, "Most operations have no price, so this tests little.");
    }

    /// <summary>What it costs; null when it is refused.</summary>
    private async Task<OperationCost?> CostOf(RequestText request)
    {
        var answer = await CostReport.Ask(server.Http, "validate", request.Query, request.Variables);
        return answer.Errors.Count > 0 ? null : CostReport.CostOf(answer);
    }

    private static IReadOnlyList<Selected> Longer(IReadOnlyList<Selected> selections) => [.. selections.Select(Longer)];

    private static Selected Longer(Selected selected) => selected switch
    {
        SelectedFieldOf field => field with { Arguments = [.. field.Arguments.Select(argument => (argument.Name, Longer(argument.Name, argument.Value)))], Selections = Longer(field.Selections) },
        SelectedFragment fragment => fragment with { Selections = Longer(fragment.Selections) },
        var other => throw new InvalidOperationException($"{other} is no selection."),
    };

    private static Given Longer(string name, Given value) => name == "first" && value is GivenLeaf leaf && int.TryParse(leaf.Literal, out var count) && count is >= 0 and < 90
        ? GivenLeaf.Of(leaf.Type, $"{count + 10}")
        : value;
}
