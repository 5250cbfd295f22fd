using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>The seed lists, wijk by wijk, what people who read the sources by eye found listed there, and nothing where they found nothing.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class GoldenMatrixTests(SeededDatabase fixture) : IClassFixture<SeededDatabase>
{
    // + listed, - not listed, ~ conditional or inferred, so either. Columns: walk-in, eating together, language, children and youth, seniors,
    // repairing and giving away, newspaper. For Noordflank a repair café was found later, when its place was traced to that wijk.
    [Theory]
    [InlineData("centrum", "~+----+")]
    [InlineData("noordflank", "+----++")]
    [InlineData("krispijn", "++++-++")]
    [InlineData("wielwijk", "++-~+++")]
    [InlineData("crabbehof-zuidhoven", "+++++++")]
    [InlineData("staart", "+~++-~+")]
    [InlineData("sterrenburg", "++++~++")]
    [InlineData("dubbeldam", "~-----+")]
    [InlineData("stadspolders", "-++~+-+")]
    public async Task The_seed_lists_what_the_sources_list(string area, string expected)
    {
        var listed = await fixture.Database.Reader.OneAsync<string>(
            $"""
            select string_agg(case when listed then '+' else '-' end, '' order by number)
            from (
              select area.*, array(select key from api.activity where activity.area_key = area.key) as activities
              from api.area
              where slug = '{area}'
            ) area
            cross join lateral (
              values
                (1, exists (select from api.walk_in_fulfilment walk_in where walk_in.activity_key = any (activities))),
                (2, exists (select from api.activity where key = any (activities) and 'EATING_TOGETHER' = any (themes))),
                (3, exists (select from api.activity where key = any (activities) and 'LANGUAGE' = any (themes))),
                (4, exists (select from api.activity where key = any (activities) and target_groups && array['CHILDREN', 'YOUTH'])),
                (5, exists (select from api.activity where key = any (activities) and 'SENIORS' = any (target_groups))),
                (6, exists (select from api.activity where key = any (activities) and 'REPAIR_AND_SHARING' = any (themes))),
                (7, exists (select from api.wijkkrant_reach reach where reach.area_key = area.key))
            ) as cell (number, listed)
            """);
        Assert.Equal(expected, string.Concat(expected.Zip(listed!, (wanted, found) => wanted == '~' ? '~' : found)));
    }

    [Theory]
    [InlineData("elke 2e en 4e woensdagochtend van de maand", "P1M", "2WE 4WE", null)]
    [InlineData("3 x per week", "P1W", null, 3)]
    [InlineData("1 x per maand", "P1M", null, 1)]
    [InlineData("op zaterdag", "P1W", "SA", null)]
    [InlineData("elke dag", "P1D", null, null)]
    [InlineData("elke derde zaterdag van de maand", "P1M", "3SA", null)]
    [InlineData("om de twee maanden", "P2M", null, null)]
    [InlineData("ieder kwartaal", "P3M", null, null)]
    [InlineData("zes keer per jaar", "P1Y", null, 6)]
    [InlineData("twee keer per week", "P1W", null, 2)]
    [InlineData("iedere woensdagmiddag", "P1W", "WE", null)]
    public async Task A_phrase_of_the_sources_is_a_schedule_of_the_seed(string phrase, string? frequency, string? days, int? times)
    {
        var found = await fixture.Database.Reader.RowsAsync(
            $"select distinct schedule_repeat_frequency, array_to_string(schedule_by_day, ' '), schedule_times_per_period from api.activity where schedule_text = '{phrase}'");
        Assert.Equal([$"{frequency}|{days}|{times}"], found);
    }
}
