using System.Globalization;
using Npgsql;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>What the API asks most is answered from an index, as the reader asks it: through the views, prepared, with a generic plan.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class IndexTests(LargeDatabase fixture) : IClassFixture<LargeDatabase>
{
    // A point in the middle of the generated town, in RD New.
    const string Here = "st_transform(st_setsrid(st_makepoint($1, $2), 4326), 28992)";

    [Theory]
    [InlineData("activity_name", "select * from api.activity order by name, key limit 20")]
    [InlineData("activity_name", "select * from api.activity where (name, key) > ($1::text, $2::int) order by name, key limit 20")]
    [InlineData("activity_name", "select * from api.activity where (name, key) < ($1::text, $2::int) order by name desc, key desc limit 20")]
    [InlineData("activity_wijk", "select * from api.activity where wijk_key = $1::int and (name, key) > ($2::text, $3::int) order by name, key limit 20")]
    [InlineData("activity_buurt", "select * from api.activity where buurt_key = $1::int order by name, key limit 20")]
    [InlineData("activity_place", "select * from api.activity where place_key = $1::int order by name, key limit 20")]
    [InlineData("activity_modified", "select * from api.activity order by modified_at desc, key desc limit 20")]
    [InlineData("activity_slug_key", "select * from api.activity where slug = $1::text")]
    [InlineData("activity_id_key", "select * from api.activity where id = $1::text")]
    [InlineData("activity_themes", "select * from api.activity where themes && $1::text[]")]
    [InlineData("activity_name_trigrams", "select * from api.activity where name ilike $1::text")]
    [InlineData("meeting_place_kind", "select * from api.meeting_place where kind = $1::text order by name, key limit 20")]
    [InlineData("meeting_place_operator", "select * from api.meeting_place where operator_key = $1::int order by name, key limit 20")]
    [InlineData("meeting_place_location_rd", "select * from api.meeting_place where st_dwithin(location_rd, " + Here + ", $3::float8)")]
    [InlineData("meeting_place_location_rd", "select * from api.meeting_place order by location_rd <-> " + Here + " limit 20")]
    [InlineData("meeting_place_location", "select * from api.meeting_place where location && st_makeenvelope($1, $2, $3, $4, 4326)")]
    [InlineData("meeting_place_location", "select * from api.meeting_place where st_within(location, st_geomfromgeojson($1::text))")]
    [InlineData("activity_location_rd", "select * from api.activity where st_dwithin(location_rd, " + Here + ", $3::float8)")]
    [InlineData("area_geometry", "select * from api.area where st_covers(geometry, st_setsrid(st_makepoint($1, $2), 4326))")]
    [InlineData("area_kind", "select * from api.wijk where (name, key) > ($1::text, $2::int) order by name, key limit 20")]
    [InlineData("area_wijk", "select * from api.buurt where wijk_key = $1::int order by name, key limit 20")]
    [InlineData("area_code_text", "select * from api.area_reference where reference = $1::text")]
    [InlineData("area_slug_key", "select * from api.area_reference where reference = $1::text")]
    [InlineData("alternate_name_slug", "select * from api.area_reference where reference = $1::text")]
    [InlineData("area_place_pkey", "select place.* from api.area_place member join api.meeting_place place on place.key = member.place_key where member.area_key = $1::int")]
    [InlineData("area_activity_", "select count(*) from api.area_activity where area_key = $1::int")]
    [InlineData("activity_partner_partner", "select activity.* from api.activity_partner link join api.activity on activity.key = link.activity_key where partner_key = $1::int")]
    [InlineData("observation_once", "select * from api.current_observation where area_key = $1::int order by time_period, key")]
    [InlineData("observation_once", "select * from api.current_observation where area_key = $1::int and indicator_key = $2::int order by time_period, key")]
    [InlineData("observation_indicator", "select * from api.current_observation where indicator_key = $1::int order by time_period, key limit 20")]
    [InlineData("observation_pkey", "select * from api.observation where key = api.observation_key($1::text)")]
    [InlineData("alternate_name_subject_id_name_key", "select * from api.alternate_name where subject_id = $1::text")]
    [InlineData("search_document_tsv", "select * from api.search_document where tsv @@ plainto_tsquery('api.dutch', $1::text)")]
    [InlineData("search_document_tsv", "select * from api.search($1::text) order by rank desc limit 20")]
    [InlineData("search_document_names", "select * from api.search($1::text) order by rank desc limit 20")]
    public async Task A_question_uses_its_index(string index, string question)
    {
        var plan = await PlanAsync(question);
        Assert.Contains(index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on activity", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on meeting_place", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on search_document", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_foreign_key_has_an_index_that_starts_with_it() => Assert.Empty(await fixture.Database.Owner.RowsAsync(
        """
        select conrelid::regclass, attname
        from pg_constraint
        join pg_attribute on attrelid = conrelid and attnum = conkey[1]
        where contype = 'f'
          and connamespace = 'core'::regnamespace
          and not exists (select from pg_index where indrelid = conrelid and indkey[0] = conkey[1])
        """));

    // The plan that every execution of the prepared statement has; its parameters get no values, for no value may change it.
    async Task<string> PlanAsync(string question)
    {
        var count = Enumerable.Range(1, 9).Count(number => question.Contains($"${number.ToString(CultureInfo.InvariantCulture)}", StringComparison.Ordinal));
        await using var connection = await fixture.Database.Reader.OpenConnectionAsync();
        await RunAsync(connection, $"prepare asked as {question}");
        try
        {
            var nulls = count == 0 ? "" : $"({string.Join(", ", Enumerable.Repeat("null", count))})";
            return await RunAsync(connection, $"explain execute asked{nulls}");
        }
        finally
        {
            await RunAsync(connection, "deallocate asked");
        }
    }

    static async Task<string> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
