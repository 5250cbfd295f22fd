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

    /// <summary>Makes PostgreSQL take its time before it even begins: it works out what never changes while it plans.</summary>
    public static async Task SlowDownPlanningAsync(string connectionString, double seconds)
    {
        await using var owner = NpgsqlDataSource.Create(connectionString);
        await owner.RunAsync(FormattableString.Invariant(
            $"""
            create or replace function public.slow_to_plan() returns boolean immutable language plpgsql as
              'begin perform pg_sleep({seconds}); return true; end';
            do $$
            begin
              if pg_get_viewdef('api.wijk'::regclass) not like '%slow_to_plan%' then
                execute 'create or replace view api.wijk as select wijk.* from (' || rtrim(pg_get_viewdef('api.wijk'::regclass), '; ')
                  || ') wijk where public.slow_to_plan()';
              end if;
            end
            $$
            """));
    }
}
