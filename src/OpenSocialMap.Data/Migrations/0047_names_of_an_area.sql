-- What lies in an area, in the order of its names: the first twenty of a wijk, or of a city, are read and no more, instead of all of them sorted.

alter table core.area_place
add column name text collate "nl-x-icu";

alter table core.area_activity
add column name text collate "nl-x-icu";

update core.area_place
set name = place.name
from core.meeting_place place
where place.key = area_place.place_key;

update core.area_activity
set name = activity.name
from core.activity
where activity.key = area_activity.activity_key;

alter table core.area_place
alter column name set not null;

alter table core.area_activity
alter column name set not null;

create index area_place_name on core.area_place (area_key, name, place_key);
create index area_activity_name on core.area_activity (area_key, name, activity_key);

create or replace view core.area_place_wanted as
select distinct
  area_within.within_key as area_key,
  place.key as place_key,
  place.name
from core.meeting_place place
join core.place_located
  on place_located.place_key = place.key
join core.area_within
  on area_within.area_key = place_located.area_key
where place.published;

create or replace view core.area_activity_wanted as
select
  area_place.area_key,
  activity.key as activity_key,
  activity.name
from core.activity
join core.area_place
  on area_place.place_key = activity.place_key
where activity.published
union
select
  area_within.within_key,
  activity.key,
  activity.name
from core.activity
join core.area_within
  on area_within.area_key = activity.area_key
where activity.published;

create or replace function core.settle_places(places int[])
returns void
language plpgsql
as $$
begin
  update core.meeting_place place
  set
    buurt_key = division.buurt_key,
    wijk_key = division.wijk_key,
    municipality_key = division.municipality_key
  from core.place_located
  left join core.area_division division
    on division.area_key = place_located.area_key
  where place.key = any (places)
    and place_located.place_key = place.key
    and (place.buurt_key, place.wijk_key, place.municipality_key)
      is distinct from (division.buurt_key, division.wijk_key, division.municipality_key);

  delete from core.area_place
  where place_key = any (places)
    and (area_key, place_key) not in (
      select area_key, place_key
      from core.area_place_wanted
      where place_key = any (places)
    );

  insert into core.area_place (area_key, place_key, name)
  select area_key, place_key, name
  from core.area_place_wanted
  where place_key = any (places)
  on conflict (area_key, place_key) do update
  set name = excluded.name
  where area_place.name <> excluded.name;
end
$$;

create or replace function core.settle_activities(activities int[])
returns void
language plpgsql
as $$
begin
  update core.activity
  set
    location = division.location,
    location_precision = division.location_precision,
    buurt_key = division.buurt_key,
    wijk_key = division.wijk_key,
    municipality_key = division.municipality_key
  from core.activity_division division
  where activity.key = any (activities)
    and division.activity_key = activity.key
    and (activity.location, activity.location_precision, activity.buurt_key, activity.wijk_key, activity.municipality_key)
      is distinct from (division.location, division.location_precision, division.buurt_key, division.wijk_key, division.municipality_key);

  delete from core.area_activity
  where activity_key = any (activities)
    and (area_key, activity_key) not in (
      select area_key, activity_key
      from core.area_activity_wanted
      where activity_key = any (activities)
    );

  insert into core.area_activity (area_key, activity_key, name)
  select area_key, activity_key, name
  from core.area_activity_wanted
  where activity_key = any (activities)
  on conflict (area_key, activity_key) do update
  set name = excluded.name
  where area_activity.name <> excluded.name;
end
$$;

create or replace view api.area_place as
select
  area_key,
  place_key,
  name
from core.area_place;

create or replace view api.area_activity as
select
  area_key,
  activity_key,
  name
from core.area_activity;

revoke execute
    on all functions in schema core, api
  from public;
