using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Subscriptions;

/// <summary>Who follows occurrences hears what editors do to them, and not what a schedule gives.</summary>
[Collection(WaitingCollection.Name)]
public sealed class OccurrenceChangeTests(PostgresFixture postgres) : SubscriptionTests(postgres)
{
    private const string Followed =
        "subscription($area: String, $place: ID, $partner: ID) { occurrenceChanged(area: $area, place: $place, partner: $partner) { change occurrence { date status statusNote } } }";

    [Fact]
    public async Task A_cancelled_occurrence_is_told_to_its_area_and_a_moved_one_leaves_it()
    {
        await WriteAsync("insert into core.schedule (activity_key, position, repeat_frequency, by_day) select key, 1, 'P1W', '{WE}' from core.activity where slug = 'soup'");
        await Database.Agenda.KeepAsync(default);
        using var inWest = await FollowAsync("""{"area":"west","place":"hall","partner":"club"}""", Followed);
        using var inEast = await FollowAsync("""{"area":"east"}""", Followed);

        await WriteAsync("update core.occurrence set status = 'CANCELLED', status_note = 'IJs' where date = '2023-01-04'");
        Assert.Equal(Told("UPDATED", "2023-01-04", "CANCELLED", "IJs"), await inWest.NextAsync());

        await WriteAsync(
            """
            begin;
            insert into core.meeting_place (id, slug, name, area_key, provenance_source_key, provenance_stated_on)
            select 'place_9999999999999999', 'elsewhere', 'Elsewhere', area.key, source.key, '2022' from core.area, core.source where area.slug = 'east' limit 1;
            update core.occurrence set status = 'MOVED', place_key = (select key from core.meeting_place where slug = 'elsewhere') where date = '2023-01-11';
            commit
            """);
        Assert.Equal(Told("REMOVED", "2023-01-11", "MOVED", null), await inWest.NextAsync());
        Assert.Equal(Told("ADDED", "2023-01-11", "MOVED", null), await inEast.NextAsync());

        await WriteAsync("insert into core.occurrence (activity_key, date) select key, '2023-01-05' from core.activity where slug = 'soup'");
        Assert.Equal(Told("ADDED", "2023-01-05", "SCHEDULED", null), await inWest.NextAsync());
    }

    private static string Told(string change, string date, string status, string? note) =>
        $"next {{\"data\":{{\"occurrenceChanged\":{{\"change\":\"{change}\",\"occurrence\":{{\"date\":\"{date}\",\"status\":\"{status}\",\"statusNote\":{(note is null ? "null" : $"\"{note}\"")}}}}}}}}}";
}
