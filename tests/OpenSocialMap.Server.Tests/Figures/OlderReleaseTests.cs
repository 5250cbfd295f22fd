using System.Text.Json;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Figures;

/// <summary>An id keeps answering when its release was superseded or withdrawn, and says so.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class OlderReleaseTests(CensusDatabase census) : IClassFixture<CensusDatabase>
{
    [Fact]
    public async Task What_was_superseded_or_withdrawn_says_no_more()
    {
        var ids = (await AskAsync("{ observations { nodes { id } } }")).GetProperty("observations").GetProperty("nodes").EnumerateArray().Select(it => it.GetProperty("id").GetString()!).ToList();
        await census.AddAsync(2, 405);
        foreach (var id in ids)
        {
            var old = (await AskAsync($"{{ node(id: \"{id}\") {{ ... on Observation {{ id status release {{ number status }} }} }} }}")).GetProperty("node");
            Assert.Equal("SUPERSEDED", old.GetProperty("release").GetProperty("status").GetString());
            Assert.Equal(id, old.GetProperty("id").GetString());
        }
        Assert.Equal("400", (await AskAsync("{ observations(release: \"1\", where: {value: {gt: 0}}) { nodes { value } } }")).GetProperty("observations").GetProperty("nodes")[0].GetProperty("value").GetRawText());
        Assert.Equal("405", (await AskAsync("{ observations(where: {value: {gt: 0}}) { nodes { value } } }")).GetProperty("observations").GetProperty("nodes")[0].GetProperty("value").GetRawText());

        await census.Database.Owner.RunAsync("update core.release set status = 'WITHDRAWN', withdrawn_on = '2023-02-01', withdrawn_reason = 'Wrong.' where number = 1");
        var withdrawn = await AskAsync($"{{ nodes(ids: {JsonSerializer.Serialize(ids)}) {{ ... on Observation {{ value status confidentiality release {{ status }} }} }} }}");
        Assert.Single(withdrawn.GetProperty("nodes").EnumerateArray().Select(it => it.GetRawText()).Distinct());
        Assert.Equal("WITHDRAWN", withdrawn.GetProperty("nodes")[0].GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, withdrawn.GetProperty("nodes")[0].GetProperty("value").ValueKind);
    }

    private async Task<JsonElement> AskAsync(string query)
    {
        var answer = await census.Server.Client.Ask(query);
        Assert.Empty(answer.Errors);
        return answer.Data;
    }
}
