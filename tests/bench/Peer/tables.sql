-- The same places and activities in the shape that PostGraphile likes best: plain tables with keys and the indexes that its queries use.
-- It has no support for PostGIS, so the nearest places are a function.

create schema peer;

create table peer.wijk as
select key as id, id as slug, code, name
from core.area
where kind = 'WIJK';

create table peer.partner as
select key as id, id as slug, name, website
from core.partner;

create table peer.place as
select
  key as id,
  id as slug,
  wijk_key as wijk_id,
  name,
  kind,
  description,
  website,
  st_y(location) as latitude,
  st_x(location) as longitude,
  location_precision,
  address_street_address as street_address,
  address_postal_code as postal_code,
  location_rd
from core.meeting_place
where published;

create table peer.activity as
select
  activity.key as id,
  activity.id as slug,
  place_key as place_id,
  organiser_key as organiser_id,
  activity.name,
  activity.description,
  themes,
  target_groups,
  access,
  is_accessible_for_free,
  schedule.text as schedule_text,
  schedule.by_day as schedule_by_day
from core.activity
left join core.schedule
  on schedule.activity_key = activity.key
 and schedule.position = 1
where published;

create table peer.occurrence as
select
  occurrence.key as id,
  occurrence.id as slug,
  occurrence.activity_key as activity_id,
  activity.wijk_key as wijk_id,
  occurrence.date,
  occurrence.starts_at,
  occurrence.ends_at,
  occurrence.agenda_at,
  occurrence.status
from core.occurrence
join core.activity
  on activity.key = occurrence.activity_key
where activity.published;

alter table peer.wijk add primary key (id);
alter table peer.partner add primary key (id);
alter table peer.place add primary key (id);
alter table peer.activity add primary key (id);
alter table peer.occurrence add primary key (id);
alter table peer.place add foreign key (wijk_id) references peer.wijk;
alter table peer.activity add foreign key (place_id) references peer.place;
alter table peer.activity add foreign key (organiser_id) references peer.partner;
alter table peer.occurrence add foreign key (activity_id) references peer.activity;
alter table peer.occurrence add foreign key (wijk_id) references peer.wijk;

create index on peer.place (wijk_id, name, id);
create index on peer.place using gist (location_rd);
create index on peer.activity (place_id, name, id);
create index on peer.activity (organiser_id);
create index on peer.occurrence (wijk_id, agenda_at, id);
create index on peer.occurrence (activity_id, agenda_at, id);

create function peer.places_nearby(latitude float8, longitude float8, within float8)
returns setof peer.place
language sql
stable
rows 50
as $$
  select place.*
  from (
    select st_transform(st_setsrid(st_makepoint(longitude, latitude), 4326), 28992) as point
    offset 0
  ) here
  join peer.place
    on st_dwithin(place.location_rd, here.point, within)
  order by
    place.location_rd <-> here.point,
    place.id
$$;

grant usage on schema peer to socialmap_reader;
grant select on all tables in schema peer to socialmap_reader;
grant execute on function peer.places_nearby to socialmap_reader;
