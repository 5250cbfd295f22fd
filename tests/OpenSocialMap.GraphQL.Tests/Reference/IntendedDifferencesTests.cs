namespace OpenSocialMap.GraphQL.Tests.Reference;

/// <summary>The list of intended differences holds no more than there is: one that has gone would hide the next mistake.</summary>
public sealed class IntendedDifferencesTests
{
    [Fact]
    public async Task Each_intended_difference_is_there_and_explains_something()
    {
        var compared = await ReferenceImplementation.AssertAgreement(
            [
                new(Schemas.Public, "mutation { delete }"),
                new(Schemas.Public, "query ($slug: String) { wijk(by: {slug: $slug}) { name } }", "{}"),
                new(Schemas.Public, "{ __typename } type Extra { a: Unknown }"),
                new(Schemas.Public, "{ areaAt(latitude: 1e999, longitude: 4.7) { wijk { name } } }"),
                new(Schemas.Public, "query ($id: ID!) { node(id: $id) { id } }", """{"id":1e300}"""),
                new(Schemas.Public, "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", $$"""{"ids":[{{string.Join(',', Enumerable.Repeat("null", 80))}}]}"""),
                new(Schemas.Public, "query ($free: Boolean) { activities(free: $free) { totalCount } }", """{"free":1e0}"""),
                new(Schemas.Public, "query ($where: WijkFilterInput) { wijken(where: $where) { totalCount } }", $$$"""{"where":{"naam":"{{{new string('x', 200)}}}"}}"""),
                new(Schemas.Public, "query ($near: NearInput) { meetingPlaces(near: $near) { totalCount } }", """{"near":{"longitude":"east","latitude":"north"}}"""),
            ],
            i => $"{i}");

        Assert.DoesNotContain(IntendedDifferences.Reasons, reason => compared.All(c => IntendedDifferences.Explain(c, except: reason)));
    }
}
