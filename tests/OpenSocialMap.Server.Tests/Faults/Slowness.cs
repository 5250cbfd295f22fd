using Npgsql;
using OpenSocialMap.Server.Tests.Fixture;

namespace OpenSocialMap.Server.Tests.Faults;

/// <summary>Makes every statement about wijken take its time, as one does that the cost model misjudged.</summary>
internal static class Slowness
{
    public static async Task SlowDownWijkenAsync(string connectionString, double seconds)
    {
        await using var owner = NpgsqlDataSource.Create(connectionString);
        await owner.RunAsync(FormattableString.Invariant(
            $"""
            do $$
            begin
              execute 'create or replace view api.wijk as with pause as materialized (select pg_sleep({seconds})) select wijk.* from pause, ('
                || rtrim(pg_get_viewdef('api.wijk'::regclass), '; ') || ') wijk';
            end
            $$
            """));
    }
}
