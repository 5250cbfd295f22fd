-- A city some forty times as large as Dordrecht, made of arithmetic, to see which plans PostgreSQL chooses when tables are large.
-- Wijken are squares of a kilometre in RD New, buurten their quarters of a quarter. Triggers derive row by row, so they rest
-- here: what they would fill in is written along or made all at once by the views that they use.

set session_replication_role = replica;

create function pg_temp.id(prefix text, n int)
returns text
language sql
immutable
return prefix || '_' || left(md5(prefix || n), 16);

create function pg_temp.square(x float8, y float8, side float8)
returns geometry
language sql
immutable
return st_multi(st_transform(st_makeenvelope(x, y, x + side, y + side, 28992), 4326));

create function pg_temp.pick(words text[], n int)
returns text
language sql
immutable
return words[1 + n % cardinality(words)];

insert into core.source (key, id, slug, title, kind)
values (1, pg_temp.id('src', 1), 'arithmetic', 'Arithmetic', 'DATASET');

insert into core.partner (key, id, slug, name, kind, provenance_source_key, provenance_stated_on)
select n, pg_temp.id('partner', n), 'partner-' || n,
  pg_temp.pick('{Stichting,Vereniging,Kerk,School,Bibliotheek,Fonds,Groep}', n) || ' ' || pg_temp.pick('{Zon,Maan,Brug,Linde,Haven,Kade,Molen,Sluis,Wal}', n / 7) || ' ' || n,
  pg_temp.pick('{ORGANISATION,PUBLIC_BODY,RESIDENTS_GROUP}', n), 1, '2022'
from generate_series(1, 3000) as n;

insert into core.area (key, id, slug, kind, name, code, year, provenance_source_key, provenance_stated_on, visible)
values (1, pg_temp.id('mun', 1), 'rekenstad', 'MUNICIPALITY', 'Rekenstad', 'GM9999', 2023, 1, '2023', true);

insert into core.area (key, id, slug, kind, name, code, year, inhabitants, municipality_key, geometry, geometry_detail, provenance_source_key, provenance_stated_on, visible)
select 1000 + n, pg_temp.id('wijk', n), 'wijk-' || n, 'WIJK', 'Wijk ' || n, format('WK9999%s', lpad(n::text, 2, '0')), 2023, 1000 + n * 37 % 9000, 1,
  pg_temp.square(100000 + n % 10 * 1000, 420000 + n / 10 * 1000, 1000), 'GENERALISED', 1, '2023', true
from generate_series(0, 99) as n;

insert into core.area (key, id, slug, kind, name, code, year, inhabitants, municipality_key, wijk_key, geometry, geometry_detail, provenance_source_key, provenance_stated_on, visible)
select 10000 + n, pg_temp.id('buurt', n), 'buurt-' || n, 'BUURT', 'Buurt ' || n, format('BU9999%s%s', lpad((n / 16)::text, 2, '0'), lpad((n % 16)::text, 2, '0')), 2023, n % 2000, 1,
  1000 + n / 16, pg_temp.square(100000 + n / 16 % 10 * 1000 + n % 4 * 250, 420000 + n / 160 * 1000 + n % 16 / 4 * 250, 250), 'GENERALISED', 1, '2023', true
from generate_series(0, 1599) as n;

insert into core.area (key, id, slug, kind, name, municipality_key, used_by_key, provenance_source_key, provenance_stated_on, visible)
select 100 + n, pg_temp.id('werk', n), 'werkgebied-' || n, 'WERKGEBIED', 'Werkgebied ' || n, 1, 1 + n, 1, '2022', true
from generate_series(0, 24) as n;

insert into core.werkgebied_wijk (werkgebied_key, wijk_key, coverage, reason, provenance_source_key, provenance_stated_on, visible)
select 100 + n / 4, 1000 + n, case when n % 5 = 0 then 'PART' else 'WHOLE' end, 'Rekenkundig', 1, '2022', true
from generate_series(0, 99) as n;

insert into core.meeting_place (key, id, slug, name, kind, location, location_precision, area_key, buurt_key, wijk_key, municipality_key, operator_key,
  provenance_source_key, provenance_stated_on)
select n, pg_temp.id('place', n), 'plek-' || n,
  pg_temp.pick('{Buurtkamer,Wijkcentrum,Kerk,Speeltuin,Bieb,Moestuin,Huiskamer}', n) || ' ' || pg_temp.pick('{Zon,Maan,Brug,Linde,Haven,Kade,Molen,Sluis,Wal}', n / 7) || ' ' || n,
  pg_temp.pick('{NEIGHBOURHOOD_LIVING_ROOM,COMMUNITY_CENTRE,CHURCH,PLAYGROUND,LIBRARY,GARDEN,OTHER}', n),
  case when n % 10 > 0 then st_transform(st_setsrid(st_makepoint(100000 + n * 7919 % 10000, 420000 + n * 104729 % 10000), 28992), 4326) end,
  case when n % 10 > 0 then 'EXACT' end, 10000 + n % 1600, 10000 + n % 1600, 1000 + n % 1600 / 16, 1, 1 + n % 3000, 1, '2022'
from generate_series(1, 20000) as n;

insert into core.programme (key, id, slug, name, kind, number, lead_key, part_of_key, provenance_source_key, provenance_stated_on)
select n, pg_temp.id('prog', n), 'programma-' || n, 'Programma ' || n, case when n <= 5 then 'PROGRAMME_LINE' else 'PROGRAMME' end,
  case when n <= 5 then n end, n, case when n > 5 then 1 + n % 5 end, 1, '2022'
from generate_series(1, 200) as n;

insert into core.activity (key, id, slug, name, description, themes, target_groups, in_language, place_key, area_key, organiser_key,
  location, location_precision, buurt_key, wijk_key, municipality_key, provenance_source_key, provenance_stated_on)
select n, pg_temp.id('act', n), 'activiteit-' || n,
  pg_temp.pick('{Soep,Taalles,Wandelen,Spreekuur,Koffie,Schilderen,Zingen,Dansen,Huiswerk,Repareren,Tuinieren}', n) || ' ' || pg_temp.pick('{samen,buiten,vroeg,laat,overdag}', n / 11) || ' ' || n,
  'Iedereen kan meedoen.',
  array[pg_temp.pick('{EATING_TOGETHER,LANGUAGE,EXERCISE,ADVICE,MEETING,CREATIVITY,CULTURE,CULTURE,LEARNING,REPAIR_AND_SHARING,NATURE}', n)],
  case when n % 3 = 0 then array['SENIORS'] when n % 17 = 0 then array['EVERYONE'] else '{}'::text[] end,
  case when n % 50 = 0 then array['tr'] else '{}'::text[] end,
  place.key, case when place is null then 1000 + n % 100 end, 1 + n % 3000,
  place.location, place.location_precision, place.buurt_key, coalesce(place.wijk_key, 1000 + n % 100), 1, 1, '2022'
from generate_series(1, 40000) as n
left join core.meeting_place place
  on n % 4 > 0
 and place.key = 1 + n % 20000;

insert into core.activity_partner (activity_key, partner_key, role, visible)
select n, 1 + n % 3000, 'ORGANISER', true
from generate_series(1, 40000) as n
union all
select n, 1 + n * 7 % 3000, 'PARTNER', true
from generate_series(1, 40000, 2) as n;

insert into core.activity_programme (activity_key, programme_key, visible)
select n, 1 + n % 200, true
from generate_series(1, 40000, 3) as n;

insert into core.wijkkrant (key, id, slug, name, publisher_key, provenance_source_key, provenance_stated_on)
select n, pg_temp.id('krant', n), 'krant-' || n, 'Wijkblad ' || n, n, 1, '2022'
from generate_series(1, 100) as n;

insert into core.wijkkrant_area (wijkkrant_key, area_key, visible)
select n, 1000 + n - 1, true
from generate_series(1, 100) as n;

insert into core.dataset (key, id, slug, name, name_english, licence, protection_method, protection_reason, provenance_source_key, provenance_stated_on)
select n, pg_temp.id('data', n), 'tabel-' || n, 'Tabel ' || n, 'Table ' || n, 'CC0-1.0', 'NONE', 'made up', 1, '2022'
from generate_series(1, 5) as n;

insert into core.indicator (key, id, slug, code, name, unit, decimals, dataset_key, provenance_source_key, provenance_stated_on)
select n, pg_temp.id('ind', n), 'cijfer-' || n, 'CIJFER_' || n, 'Cijfer ' || n, 'persons', 0, 1 + n % 5, 1, '2022'
from generate_series(1, 25) as n;

insert into core.citation (key, source_key, stated_on)
values (1, 1, '2022');

-- Each table came out once and then again, so half of the observations are superseded.
insert into core.release (key, id, dataset_key, number, published_on, notes, checksum, time_periods, first_key, observation_count, status)
select n, pg_temp.id('rel', n), 1 + (n - 1) % 5, 1 + (n - 1) / 5, '2023-01-01', 'made up', repeat('0', 64), '{2022}', n * 1000000, 999999,
  case when n <= 5 then 'SUPERSEDED' else 'CURRENT' end
from generate_series(1, 10) as n;

insert into core.observation (key, release_key, indicator_key, area_key, citation_key, status, time_period, value)
select release.first_key + row_number() over (partition by release.key) - 1, release.key, indicator.key, area.key, 1, 'A', period::text, area.key + indicator.key
from core.release
join core.indicator
  on indicator.dataset_key = release.dataset_key
cross join core.area
cross join generate_series(2022, 2023) as period
where area.kind <> 'WERKGEBIED';

insert into core.alternate_name (subject_id, name, name_kind, slug, provenance_source_key, provenance_stated_on, visible)
select pg_temp.id('place', n), 'Kasperspad ' || n, 'FORMER_NAME', 'kasperspad-' || n, 1, '2022', true
from generate_series(1, 20000, 5) as n;

insert into core.schedule (activity_key, position, text)
select n, 1, 'iedere week'
from generate_series(1, 40000) as n;

insert into core.occurrence (id, activity_key, schedule_key, original_date, date, end_date, start_time, edited)
select pg_temp.id('occ', n * 10 + week), schedule.activity_key, schedule.key, day, day, day, make_time(9 + n % 12, 0, 0), false
from core.schedule
cross join lateral (select schedule.activity_key as n) as number
cross join generate_series(0, 2) as week
cross join lateral (select (select agenda_day.day from core.agenda_day) + n % 7 + 7 * week as day) as day;

analyze;

insert into core.area_within (area_key, within_key)
select area_key, within_key
from core.area_within_wanted;

analyze core.area_within;

insert into core.area_place (area_key, place_key, name)
select area_key, place_key, name
from core.area_place_wanted;

analyze core.area_place;

insert into core.area_activity (area_key, activity_key, name)
select area_key, activity_key, name
from core.area_activity_wanted;

analyze core.area_activity;

insert into core.area_agenda (area_key, agenda_at, occurrence_key)
select area_key, agenda_at, occurrence_key
from core.area_agenda_wanted;

analyze core.area_agenda;

insert into core.search_document (kind, subject_key, subject_id, name, names, tsv)
select kind, key, id, name, lower(name), setweight(to_tsvector('api.dutch', name), 'A')
from (
  select 'MeetingPlace' as kind, key, id, name
  from core.meeting_place
  union all
  select 'Activity', key, id, name
  from core.activity
  union all
  select 'Partner', key, id, name
  from core.partner
  union all
  select initcap(kind), key, id, name
  from core.area
) as subject;

analyze core.search_document;
