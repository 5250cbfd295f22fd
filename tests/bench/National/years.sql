-- More years, as many as bench.periods says, one release for each: the cells of the release that the command made, with other values where they have one.
-- Triggers are off, and the indexes are made afterwards: what they would check holds of each row as it held of the one that it was made of.

set session_replication_role = replica;
set maintenance_work_mem = '1GB';
set synchronous_commit = off;

create temporary table first_release as
select release.*
from core.release
join core.dataset
  on dataset.key = release.dataset_key
where dataset.slug = 'country'
  and release.number = 1;

create temporary table later as
select number, 'rel_' || lpad(number::text, 8, '0') || 'na000000' as id, (2023 - number)::text as period
from generate_series(2, current_setting('bench.periods')::int) as number;

insert into core.release (id, dataset_key, number, published_on, notes, checksum, time_periods, first_key, observation_count)
select later.id, dataset_key, later.number, published_on, notes, repeat('0', 64), array[later.period], first_key + (later.number - 1) * observation_count, observation_count
from first_release, later;

alter table core.observation
  drop constraint observation_once,
  drop constraint observation_pkey;

drop index core.observation_indicator;

insert into core.observation (key, release_key, indicator_key, area_key, breakdown_key, citation_key, note_key, status, time_period, value)
select
  observation.key + (later.number - 1) * first_release.observation_count,
  release.key,
  observation.indicator_key,
  observation.area_key,
  observation.breakdown_key,
  observation.citation_key,
  observation.note_key,
  observation.status,
  later.period,
  observation.value + (observation.key::bigint * later.number) % 7
from later
cross join first_release
join core.release
  on release.id = later.id
join core.observation
  on observation.key >= first_release.first_key
 and observation.key < first_release.first_key + first_release.observation_count;

alter table core.observation
  add primary key (key),
  add constraint observation_once unique nulls not distinct (area_key, indicator_key, time_period, release_key, breakdown_key, citation_key);

create index observation_indicator on core.observation (indicator_key, time_period, key);

reset session_replication_role;
