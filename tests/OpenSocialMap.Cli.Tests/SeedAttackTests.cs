using Npgsql;
using OpenSocialMap.Cli.Catalog;
using OpenSocialMap.Cli.Releases;
using OpenSocialMap.Cli.Tables;
using OpenSocialMap.Data;
using OpenSocialMap.Disclosure;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Cli.Tests;

/// <summary>
/// Somebody with the seed's releases, a computer and no raw figures: could any withheld count be a small one that is known too closely?
/// For each the attacker is given a world in which it is small and everything published holds, if there is one.
/// </summary>
[Collection(DatabaseCollection.Name)]
public sealed class SeedAttackTests(PostgresFixture postgres)
{
    [Fact]
    public async Task No_withheld_count_of_the_seed_can_be_worked_out()
    {
        await using var database = await postgres.OpenSeededAsync();
        await using var connection = await database.Owner.OpenConnectionAsync();
        var attacked = 0;
        foreach (var dataset in (await CatalogReader.DatasetsAsync(connection, default)).Where(dataset => !dataset.IsUnprotected))
        {
            var figures = await PublishedAsync(connection, dataset);
            var relations = Relations(figures);
            foreach (var suspect in Enumerable.Range(0, figures.Keys.Count).Where(cell => figures.Values[cell] is null))
                if (World(figures, relations, suspect) is { } world)
                {
                    attacked++;
                    var report = Attacker.Attack([new("the seed", new(world, relations), [.. figures.Values.Select(value => value is { } told ? Outcome.Published(told) : Outcome.Withheld(WithheldReason.Secondary))])]);
                    Assert.DoesNotContain(report.Opened, opened => opened.Key == world[suspect].Key);
                }
        }
        Assert.NotEqual(0, attacked);
    }

    sealed record Figures(Vocabulary Words, List<CellKey> Keys, List<double?> Values, Policies Policies);

    static async Task<Figures> PublishedAsync(NpgsqlConnection connection, CatalogDataset dataset)
    {
        var words = new Vocabulary(await CatalogReader.ReadAsync(connection, dataset.Slug, default));
        var figures = new Figures(words, [], [], new(dataset));
        await using var command = new NpgsqlCommand(
            """
            select indicator_key, area_key, time_period, breakdown, value
            from api.current_observation
            where dataset_key = $1
              and status <> 'MISSING'
            order by key
            """,
            connection);
        command.Parameters.AddWithValue(dataset.Key);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var key = new CellKey(rows.GetInt32(0), rows.GetInt32(1), words.Periods.Number(rows.GetString(2)), words.Breakdowns.Number(rows.GetString(3)));
            if (figures.Keys.Contains(key) || words.Catalog.Indicators[key.Indicator].IsRatio)
                continue;
            figures.Keys.Add(key);
            figures.Values.Add(rows.IsDBNull(4) ? null : (double)rows.GetDecimal(4));
        }
        return figures;
    }

    // Who attacks takes a total for the sum of what stands beside it, unless that can't be.
    static List<Relation> Relations(Figures figures) =>
    [
        .. new RelationFinder(figures.Words).Find(figures.Keys)
            .Where(relation => relation.Sort != RelationSort.OverlappingCategories)
            .Where(relation => relation.Parts.Append(relation.Total).Any(cell => figures.Values[cell] is null))
            .Select(relation => new Relation(RelationKind.Sum, relation.Total, relation.Parts)),
    ];

    // Puts one in each withheld cell, and what is then missing from a total in one of the others. Null when that can't be.
    static List<Cell>? World(Figures figures, List<Relation> relations, int suspect)
    {
        var values = figures.Values.Select(value => value ?? 1).ToArray();
        foreach (var relation in relations)
        {
            var missing = values[relation.Total] - relation.Parts.Sum(part => values[part]);
            if (figures.Values[relation.Total] is null && relation.Total != suspect)
                values[relation.Total] -= missing;
            else if (relation.Parts.Where(part => figures.Values[part] is null && part != suspect).Select(part => (int?)part).FirstOrDefault() is { } filler)
                values[filler] += missing;
        }
        if (values.Any(value => value < 0) || relations.Any(relation => values[relation.Total] != relation.Parts.Sum(part => values[part])))
            return null;
        return
        [
            .. figures.Keys.Select((key, cell) => new Cell
            {
                Key = figures.Words.Name(key),
                Value = values[cell],
                Policy = figures.Policies.Of(figures.Words.Catalog.Indicators[key.Indicator]),
            }),
        ];
    }
}
