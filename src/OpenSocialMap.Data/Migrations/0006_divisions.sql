-- The questions that derived columns answer, each as a view: in which areas does a thing lie, and how certain is that?

-- An area, and the buurt, wijk and municipality that it pins down.
create view core.area_division as
select
  key as area_key,
  case when kind = 'BUURT' then key end as buurt_key,
  case kind when 'BUURT' then wijk_key when 'WIJK' then key end as wijk_key,
  case kind when 'MUNICIPALITY' then key else municipality_key end as municipality_key
from core.area;

-- An area and each visible area that it lies in, itself included. A werkgebied holds the wijken that it covers whole, and any other
-- werkgebied that consists of nothing else: Krispijn lies in Dordt West.
create view core.area_within as
select
  narrow.area_key,
  wide.key as within_key
from (
  select area_key, area_key as within_key
  from core.area_division
  union
  select area_key, wijk_key
  from core.area_division
  union
  select area_key, municipality_key
  from core.area_division
  union
  select division.area_key, werkgebied_wijk.werkgebied_key
  from core.area_division division
  join core.werkgebied_wijk
    on werkgebied_wijk.wijk_key = division.wijk_key
   and werkgebied_wijk.coverage = 'WHOLE'
  union
  select inner_area.werkgebied_key, outer_area.werkgebied_key
  from core.werkgebied_wijk inner_area
  join core.werkgebied_wijk outer_area
    on outer_area.wijk_key = inner_area.wijk_key
   and outer_area.coverage = 'WHOLE'
  group by inner_area.werkgebied_key, outer_area.werkgebied_key
  having count(*) filter (where inner_area.coverage = 'WHOLE') = (
    select count(*)
    from core.werkgebied_wijk member
    where member.werkgebied_key = inner_area.werkgebied_key
  )
) narrow
join core.area wide
  on wide.key = narrow.within_key
 and wide.visible;

-- The narrowest area that a place lies in for certain. A source's word comes first; without one an exact point decides, unless it
-- stands so near a generalised border (simplified to some 20 m) that the official border may run on its other side.
create view core.place_located as
select
  place.key as place_key,
  coalesce(place.area_key, around.key) as area_key
from core.meeting_place place
left join lateral (
  select area.key
  from core.area
  where place.area_key is null
    and place.location_precision = 'EXACT'
    and area.kind in ('MUNICIPALITY', 'WIJK', 'BUURT')
    and area.published
    and st_contains(area.geometry_rd, place.location_rd)
    and (area.geometry_detail = 'FULL' or st_distance(st_boundary(area.geometry_rd), place.location_rd) > 30)
  order by
    array_position(array['BUURT', 'WIJK', 'MUNICIPALITY'], area.kind),
    area.key
  limit 1
) around
  on true;

-- The place's division where the place has at least a wijk, else that of the activity's own area. An unpublished place tells nothing.
create view core.activity_division as
select
  activity.key as activity_key,
  place.location,
  place.location_precision,
  case when placed then place.buurt_key else own.buurt_key end as buurt_key,
  case when placed then place.wijk_key else own.wijk_key end as wijk_key,
  case when placed then place.municipality_key else coalesce(own.municipality_key, place.municipality_key) end as municipality_key
from core.activity
left join core.meeting_place place
  on place.key = activity.place_key
 and place.published
left join core.area_division own
  on own.area_key = activity.area_key
cross join lateral (
  select place.wijk_key is not null as placed
) as choice;

-- What the closures should hold.
create view core.area_place_wanted as
select distinct
  area_within.within_key as area_key,
  place.key as place_key
from core.meeting_place place
join core.place_located
  on place_located.place_key = place.key
join core.area_within
  on area_within.area_key = place_located.area_key
where place.published;

create view core.area_activity_wanted as
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

-- Every record that has a public id, whatever its table.
create view core.record as
select 'area' as kind, key, id, visible from core.area
union all
select 'partner', key, id, published from core.partner
union all
select 'meeting_place', key, id, published from core.meeting_place
union all
select 'activity', key, id, published from core.activity
union all
select 'programme', key, id, published from core.programme
union all
select 'wijkkrant', key, id, published from core.wijkkrant
union all
select 'indicator', key, id, published from core.indicator
union all
select 'observation', key, id, visible from core.observation
union all
select 'source', key, id, true from core.source;
