-- Figures as the world sees them.

-- An observation's number in its release, as eight letters of Crockford's base 32.
create function api.base32(number int)
returns text
language sql
immutable parallel safe
return '0'
  || substr('0123456789abcdefghjkmnpqrstvwxyz', (number >> 30 & 31) + 1, 1)
  || substr('0123456789abcdefghjkmnpqrstvwxyz', (number >> 25 & 31) + 1, 1)
  || substr('0123456789abcdefghjkmnpqrstvwxyz', (number >> 20 & 31) + 1, 1)
  || substr('0123456789abcdefghjkmnpqrstvwxyz', (number >> 15 & 31) + 1, 1)
  || substr('0123456789abcdefghjkmnpqrstvwxyz', (number >> 10 & 31) + 1, 1)
  || substr('0123456789abcdefghjkmnpqrstvwxyz', (number >> 5 & 31) + 1, 1)
  || substr('0123456789abcdefghjkmnpqrstvwxyz', (number & 31) + 1, 1);

create view api.dataset as
select
  key,
  id,
  slug,
  name,
  name_english,
  description,
  description_english,
  programme_key,
  publisher_key,
  licence,
  attribution,
  keywords,
  protection_method,
  protection_reason,
  minimum_count,
  zero_policy,
  rounding_base,
  minimum_denominator,
  minimum_mean_count,
  dominance_percentage,
  provenance_source_key,
  provenance_locator,
  provenance_stated_on,
  provenance_confirmed_on,
  provenance_note,
  created_at,
  modified_at
from core.dataset
where published;

create view api.dimension as
select
  dimension.key,
  dimension.dataset_key,
  dimension.code,
  dimension.name,
  dimension.name_english,
  dimension.position,
  dimension.is_additive
from core.dimension
join core.dataset
  on dataset.key = dimension.dataset_key
 and dataset.published;

create view api.category as
select
  category.key,
  category.dimension_key,
  category.code,
  category.name,
  category.name_english,
  category.parent_key,
  category.position
from core.category
join api.dimension
  on dimension.key = category.dimension_key;

create view api.breakdown as
select
  breakdown.key,
  breakdown.dataset_key,
  breakdown.code
from core.breakdown;

create view api.breakdown_category as
select
  breakdown_category.breakdown_key,
  breakdown_category.category_key
from core.breakdown_category;

create view api.release as
select
  release.key,
  release.id,
  release.dataset_key,
  release.number,
  release.published_on,
  release.notes,
  release.checksum,
  release.time_periods,
  release.code,
  release.first_key,
  release.observation_count,
  release.status,
  release.withdrawn_on,
  release.withdrawn_reason,
  release.created_at,
  release.modified_at
from core.release
join core.dataset
  on dataset.key = release.dataset_key
 and dataset.published;

create or replace view api.indicator as
select
  indicator.key,
  indicator.id,
  indicator.slug,
  indicator.name,
  indicator.description,
  indicator.unit,
  indicator.decimals,
  indicator.provenance_source_key,
  indicator.provenance_locator,
  indicator.provenance_stated_on,
  indicator.provenance_confirmed_on,
  indicator.provenance_note,
  indicator.created_at,
  indicator.modified_at,
  coalesce(indicator.code, upper(replace(indicator.slug, '-', '_'))) as code,
  indicator.name_english,
  indicator.description_english,
  indicator.dataset_key,
  indicator.programme_key,
  indicator.measure,
  indicator.counting_unit,
  indicator.numerator_key,
  indicator.denominator_key,
  indicator.cbs_equivalent,
  coalesce(indicator.licence, dataset.licence) as licence,
  coalesce(indicator.minimum_count, dataset.minimum_count) as minimum_count,
  coalesce(indicator.minimum_denominator, dataset.minimum_denominator) as minimum_denominator
from core.indicator
left join core.dataset
  on dataset.key = indicator.dataset_key
where indicator.published;

-- Every observation that was ever released. A withdrawn one says so and nothing else.
create view api.observation as
select
  observation.key,
  'obs_' || release.code || api.base32(observation.key - release.first_key + 1) as id,
  observation.release_key,
  release.dataset_key,
  release.status as release_status,
  observation.indicator_key,
  observation.area_key,
  observation.time_period,
  observation.breakdown_key,
  coalesce(breakdown.code, '') as breakdown,
  case when release.status <> 'WITHDRAWN' then observation.value end as value,
  case
    when release.status = 'WITHDRAWN' then 'WITHDRAWN'
    else case observation.status
      when 'A' then 'NORMAL'
      when 'P' then 'PROVISIONAL'
      when 'E' then 'ESTIMATED'
      when 'B' then 'BREAK'
      when 'L' then 'MISSING'
      when 'M' then 'NOT_EXISTING'
      when 'Q' then 'SUPPRESSED'
    end
  end as status,
  case when release.status = 'WITHDRAWN' or observation.status = 'Q' then 'CONFIDENTIAL' else 'FREE' end as confidentiality,
  case when release.status <> 'WITHDRAWN' then observation_note.text end as note,
  citation.source_key as provenance_source_key,
  citation.locator as provenance_locator,
  citation.stated_on as provenance_stated_on,
  null::date as provenance_confirmed_on,
  case when release.status <> 'WITHDRAWN' then observation_note.text end as provenance_note,
  release.created_at,
  release.modified_at
from core.observation
join core.release
  on release.key = observation.release_key
join core.dataset
  on dataset.key = release.dataset_key
 and dataset.published
join core.indicator
  on indicator.key = observation.indicator_key
 and indicator.published
join core.area
  on area.key = observation.area_key
 and area.visible
left join core.breakdown
  on breakdown.key = observation.breakdown_key
left join core.observation_note
  on observation_note.key = observation.note_key
left join core.citation
  on citation.key = observation.citation_key;

-- Those that hold today.
create view api.current_observation as
select *
from api.observation
where release_status = 'CURRENT';

-- The key behind an observation's id; null when it is none.
create function api.observation_key(id text)
returns int
language plpgsql
stable parallel safe
as $$
declare
  digits constant text := '0123456789abcdefghjkmnpqrstvwxyz';
  nth bigint := 0;
begin
  if observation_key.id is null or observation_key.id !~ '^obs_[0-9a-hjkmnp-tv-z]{16}$' then
    return null;
  end if;
  for place in 13..20 loop
    nth := nth * 32 + strpos(digits, substr(observation_key.id, place, 1)) - 1;
  end loop;
  return (
    select release.first_key + nth - 1
    from api.release
    where release.code = substr(observation_key.id, 5, 8)
      and nth between 1 and release.observation_count
  );
end
$$;

-- What an observation is on each axis of a table: _T, as in SDMX, is the total over a dimension.
create function api.cube_members(axes text[], indicator_key int, area_key int, time_period text, breakdown_key int)
returns table (nth int, axis text, code text, name text, sort text)
language sql
stable parallel safe
as $$
  select axes.nth::int, axes.axis, member.code, member.name, member.sort
  from unnest(cube_members.axes) with ordinality as axes (axis, nth)
  cross join lateral (
    select indicator.code, indicator.name, indicator.code
    from api.indicator
    where axes.axis = 'indicator'
      and indicator.key = cube_members.indicator_key
    union all
    select
      coalesce(area.code, area.slug),
      area.name,
      case area.kind when 'MUNICIPALITY' then '1' when 'WIJK' then '2' when 'BUURT' then '3' else '4' end || coalesce(area.code, area.slug)
    from api.area
    where axes.axis = 'area'
      and area.key = cube_members.area_key
    union all
    select cube_members.time_period, cube_members.time_period, cube_members.time_period
    where axes.axis = 'timePeriod'
    union all
    select coalesce(category.code, '_T'), coalesce(category.name, 'Totaal'), lpad(coalesce(category.position, 0)::text, 9, '0')
    from (select 1) as one
    left join (
      select category.code, category.name, category.position
      from api.breakdown_category
      join api.category
        on category.key = breakdown_category.category_key
      join api.dimension
        on dimension.key = category.dimension_key
      where breakdown_category.breakdown_key = cube_members.breakdown_key
        and dimension.code = axes.axis
    ) as category
      on true
    where axes.axis not in ('indicator', 'area', 'timePeriod')
  ) as member (code, name, sort)
$$;

-- Whether a breakdown is by dimensions of these axes alone.
create function api.has_no_other_dimension(breakdown_key int, axes text[])
returns boolean
language sql
stable parallel safe
return breakdown_key is null or not exists (
  select
  from api.breakdown_category
  join api.category
    on category.key = breakdown_category.category_key
  join api.dimension
    on dimension.key = category.dimension_key
  where breakdown_category.breakdown_key = has_no_other_dimension.breakdown_key
    and dimension.code <> all (axes)
);

create view api.supply as
select
  area.key,
  supply.activities,
  people.inhabitants,
  people.inhabitants_year,
  round(supply.activities * 1000.0 / nullif(people.inhabitants, 0), 2) as activities_per_thousand_inhabitants
from api.area
cross join lateral (
  select count(*)::int as activities
  from api.area_activity
  join api.activity
    on activity.key = area_activity.activity_key
  where area_activity.area_key = area.key
    and activity.status is distinct from 'DEFUNCT'
    and activity.status is distinct from 'INACTIVE'
) as supply
left join lateral (
  select area.inhabitants, area.year
  where area.kind <> 'WERKGEBIED'
    and area.inhabitants is not null
  union all
  select sum(wijk.inhabitants)::int, max(wijk.year)
  from api.werkgebied_wijk
  join api.wijk
    on wijk.key = werkgebied_wijk.wijk_key
  where area.kind = 'WERKGEBIED'
    and werkgebied_wijk.werkgebied_key = area.key
  having bool_and(werkgebied_wijk.coverage = 'WHOLE' and wijk.inhabitants is not null)
) as people (inhabitants, inhabitants_year)
  on true;

create view api.observation_conflict as
select
  one.key as observation_key,
  other.key as other_key
from core.observation one
join core.release one_release
  on one_release.key = one.release_key
 and one_release.status = 'CURRENT'
join core.observation other
  on other.area_key = one.area_key
 and other.indicator_key = one.indicator_key
 and other.time_period = one.time_period
 and other.breakdown_key is not distinct from one.breakdown_key
 and other.value <> one.value
join core.release other_release
  on other_release.key = other.release_key
 and other_release.status = 'CURRENT';

call core.watch_shown_tables();

revoke execute
    on all functions in schema core, api
  from public;
