-- Settling many rows at once: which area lies in which is kept in a table instead of worked out for each place, and a search document is
-- worked out once instead of twice. And what was settled is in the indexes at once.

alter view core.area_within rename to area_within_wanted;

-- Each area and the visible areas that it lies in, itself included; kept by core.settle.
create table core.area_within (
  area_key int not null references core.area on delete cascade,
  within_key int not null references core.area on delete cascade,
  primary key (area_key, within_key)
);

create index area_within_within on core.area_within (within_key, area_key);

insert into core.area_within (area_key, within_key)
select area_key, within_key
from core.area_within_wanted;

-- The same questions as before, now to the table.
create or replace view core.area_place_wanted as
select distinct
  area_within.within_key as area_key,
  place.key as place_key
from core.meeting_place place
join core.place_located
  on place_located.place_key = place.key
join core.area_within
  on area_within.area_key = place_located.area_key
where place.published;

create or replace view core.area_activity_wanted as
select
  area_place.area_key,
  activity.key as activity_key
from core.activity
join core.area_place
  on area_place.place_key = activity.place_key
where activity.published
union
select
  area_within.within_key,
  activity.key
from core.activity
join core.area_within
  on area_within.area_key = activity.area_key
where activity.published;

create or replace view api.area_within as
select
  within.area_key as inner_key,
  within.within_key as outer_key
from core.area_within within
join core.area
  on area.key = within.area_key
 and area.visible;

create or replace function core.settle_areas()
returns void
language plpgsql
as $$
begin
  if exists (
    select
    from core.area
    left join core.area wijk
      on wijk.key = area.wijk_key
    left join core.area municipality
      on municipality.key = area.municipality_key
    where wijk.kind <> 'WIJK'
       or municipality.kind <> 'MUNICIPALITY'
  ) or exists (
    select
    from core.werkgebied_wijk
    join core.area werkgebied
      on werkgebied.key = werkgebied_wijk.werkgebied_key
    join core.area wijk
      on wijk.key = werkgebied_wijk.wijk_key
    where werkgebied.kind <> 'WERKGEBIED'
       or wijk.kind <> 'WIJK'
  ) then
    raise check_violation using message = 'an area lies in an area of the wrong kind';
  end if;

  update core.area buurt
  set municipality_key = wijk.municipality_key
  from core.area wijk
  where buurt.kind = 'BUURT'
    and wijk.key = buurt.wijk_key
    and buurt.municipality_key is distinct from wijk.municipality_key;

  update core.area
  set visible = wanted.visible
  from (
    select
      area.key,
      area.published and coalesce(wijk.published, true) and coalesce(municipality.published, true) as visible
    from core.area
    left join core.area wijk
      on wijk.key = area.wijk_key
    left join core.area municipality
      on municipality.key = area.municipality_key
  ) as wanted
  where wanted.key = area.key
    and wanted.visible <> area.visible;

  update core.werkgebied_wijk
  set visible = werkgebied.visible and wijk.visible
  from core.area werkgebied, core.area wijk
  where werkgebied.key = werkgebied_wijk.werkgebied_key
    and wijk.key = werkgebied_wijk.wijk_key
    and werkgebied_wijk.visible <> (werkgebied.visible and wijk.visible);

  delete from core.area_within
  where (area_key, within_key) not in (
    select area_key, within_key
    from core.area_within_wanted
  );

  insert into core.area_within (area_key, within_key)
  select area_key, within_key
  from core.area_within_wanted
  on conflict do nothing;
end
$$;

create or replace function core.settle_search(kinds text[], keys int[])
returns void
language plpgsql
as $$
begin
  with wanted as materialized (
    select *
    from core.search_document_wanted
    where kind = any (kinds)
      and subject_key = any (keys)
  ), gone as (
    delete from core.search_document document
    where document.kind = any (kinds)
      and document.subject_key = any (keys)
      and not exists (
        select
        from wanted
        where wanted.kind = document.kind
          and wanted.subject_key = document.subject_key
      )
  )
  insert into core.search_document
  select *
  from wanted
  on conflict (kind, subject_key) do update
  set
    subject_id = excluded.subject_id,
    name = excluded.name,
    names = excluded.names,
    tsv = excluded.tsv
  where search_document is distinct from excluded;
end
$$;

-- A GIN index lists new rows and takes them in later, many at a time. Taking each in at once would double the time that many rows need,
-- and with a long list the planner avoids the index; so the lists are emptied when all is written. Only the indexes' owner may.
create function core.settle_indexes()
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform gin_clean_pending_list(pg_class.oid)
  from pg_class
  join pg_am
    on pg_am.oid = pg_class.relam
  where pg_class.relnamespace = 'core'::regnamespace
    and pg_class.relkind = 'i'
    and pg_am.amname = 'gin';
end
$$;

revoke execute
    on function core.settle_indexes
  from public;

create or replace function core.settle()
returns trigger
language plpgsql
set search_path = core, public, pg_temp
as $$
declare
  areas int[];
  partners int[];
  places int[];
  activities int[];
begin
  -- One at a time: two transactions that settle side by side would each miss what the other changed.
  perform pg_advisory_xact_lock(hashtextextended('core.settle', 0));
  perform set_config('socialmap.settling', 'on', true);

  perform settle_subjects();

  with noted as (
    delete from stale
    where transaction = new.transaction
    returning kind, key
  ), named as (
    delete from stale_subject
    where transaction = new.transaction
    returning subject_id
  ), touched as (
    select kind, key
    from noted
    union
    select record.kind, record.key
    from named
    join record
      on record.id = named.subject_id
  )
  select
    coalesce(array_agg(key) filter (where kind = 'area'), '{}'),
    coalesce(array_agg(key) filter (where kind = 'partner'), '{}'),
    coalesce(array_agg(key) filter (where kind = 'meeting_place'), '{}'),
    coalesce(array_agg(key) filter (where kind = 'activity'), '{}')
  into areas, partners, places, activities
  from touched;

  delete from unsettled
  where transaction = new.transaction;

  -- Areas change once a year; then everything that lies in one is looked at again.
  if areas <> '{}' then
    perform settle_areas();
    areas := array(select key from area union select unnest(areas));
    places := array(select key from meeting_place union select unnest(places));
    activities := array(select key from activity union select unnest(activities));
  end if;

  perform settle_visibility();

  places := array(
    select unnest(places)
    union
    select key
    from meeting_place
    where operator_key = any (partners)
  );
  perform settle_places(places);

  activities := array(
    select unnest(activities)
    union
    select key
    from activity
    where place_key = any (places)
    union
    select key
    from activity
    where organiser_key = any (partners)
    union
    select activity_key
    from activity_partner
    where partner_key = any (partners)
  );
  perform settle_activities(activities);

  perform settle_search(array['Municipality', 'Wijk', 'Buurt', 'Werkgebied'], areas);
  perform settle_search(array['Partner'], partners);
  perform settle_search(array['MeetingPlace'], places);
  perform settle_search(array['Activity'], activities);

  perform settle_indexes();

  perform set_config('socialmap.settling', 'off', true);
  return null;
end
$$;

select core.settle_indexes();
