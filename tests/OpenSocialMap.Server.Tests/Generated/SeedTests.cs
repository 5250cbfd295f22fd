using OpenSocialMap.Generator;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Generated;

/// <summary>One seed makes one country, wherever and whenever it is made.</summary>
[Collection(AnswersCollection.Name)]
public sealed class SeedTests(PostgresFixture postgres)
{
    private static readonly CountrySettings Small = GeneratedCountry.Settings with { Cities = 1, Scale = 0.05 };

    [Fact]
    public async Task The_same_seed_makes_the_same_rows_and_another_seed_others()
    {
        var made = await MakeAsync(Small);
        Assert.Equal(made, await MakeAsync(Small));
        Assert.NotEqual(made, await MakeAsync(Small with { Seed = Small.Seed + 1 }));
    }

    private async Task<string> MakeAsync(CountrySettings settings)
    {
        await using var database = await postgres.OpenAsync();
        await Country.WriteAsync(database, settings, _ => { }, default);
        return await Checksum.OfAsync(database.Owner);
    }
}
