-- Invented towns, as many as the setting bench.scale says. Each has 20 wijken of a square kilometre, 100 buurten, 150 partners, 2,000 meeting
-- places and 20,000 activities. Every value follows from a number, so each run loads the same rows. The words are Dutch, so that stemming
-- has work. Triggers are off: what they keep is worked out by settle.sql for all rows at once.

set session_replication_role = replica;

create function pg_temp.scale()
returns int
stable
return current_setting('bench.scale')::int;

create function pg_temp.weeks()
returns int
stable
return current_setting('bench.weeks')::int;

create function pg_temp.record_id(prefix text, number int)
returns text
immutable
return prefix || '_' || left(md5(prefix || number), 16);

-- The same number for the same seed, spread evenly over 0 to n - 1.
create function pg_temp.pick(seed text, n int)
returns int
immutable
return (hashtextextended(seed, 0) & 2147483647) % n;

create function pg_temp.word(seed text, words text[])
returns text
immutable
return words[1 + pg_temp.pick(seed, cardinality(words))];

insert into core.source (id, slug, title, publisher, kind, published_on)
select
  pg_temp.record_id('src', n),
  'bench-' || n,
  'Verzonnen verslag ' || n,
  'Verzonnen stad',
  'REPORT',
  '2024'
from generate_series(1, 5) n;

insert into core.partner (id, slug, name, kind, website, provenance_source_key, provenance_locator, provenance_stated_on)
select
  pg_temp.record_id('partner', n),
  'bench-partner-' || n,
  pg_temp.word('p' || n, array['Stichting', 'Vereniging', 'Bewonersgroep', 'Fonds', 'Huis']) || ' '
  || pg_temp.word('q' || n, array['De Brug', 'Samen', 'Het Anker', 'Welzijn', 'De Kring', 'Vooruit', 'Thuis', 'De Haven']) || ' ' || n,
  'ORGANISATION',
  case when n % 3 > 0 then 'https://partner-' || n || '.example/' end,
  source.key,
  'regel ' || n,
  '2024'
from generate_series(1, 150 * pg_temp.scale()) n
join core.source
  on source.slug = 'bench-' || 1 + n % 5;

-- A town's wijken lie in five columns and four rows; each wijk is cut into five strips. The towns lie in ten columns.
create temporary table ground as
select
  town,
  wijk,
  buurt,
  st_makeenvelope(x, y + (buurt - 1) * 200, x + 1000, y + buurt * 200, 28992) as strip
from generate_series(1, 20 * pg_temp.scale()) wijk
cross join generate_series(1, 5) buurt
cross join lateral (select (wijk - 1) / 20 as town) place
cross join lateral (
  select
    155000 + town % 10 * 6000 + (wijk - 1) % 5 * 1000 as x,
    463000 + town / 10 * 5000 + (wijk - 1) % 20 / 5 * 1000 as y
) corner;

insert into core.area (
  id, slug, kind, name, code, year, inhabitants, municipality_key, wijk_key, geometry, geometry_detail, provenance_source_key,
  provenance_stated_on
)
select
  pg_temp.record_id('mun', 1 + town), 'bench-stad-' || 1 + town, 'MUNICIPALITY', 'Verzonnen stad ' || 1 + town, 'GM' || 9900 + town, 2024, 250000,
  null::int, null::int, st_multi(st_transform(st_union(strip), 4326)), 'FULL', source.key, '2024'
from ground
cross join core.source
where source.slug = 'bench-1'
group by town, source.key;

insert into core.area (
  id, slug, kind, name, code, year, inhabitants, municipality_key, geometry, geometry_detail, provenance_source_key, provenance_stated_on
)
select
  pg_temp.record_id('wijk', wijk),
  'bench-wijk-' || wijk,
  'WIJK',
  pg_temp.word('w' || wijk, array['Ooster', 'Wester', 'Noorder', 'Zuider']) || 'wijk ' || wijk,
  'WK' || 9900 + ground.town || to_char(1 + (wijk - 1) % 20, 'FM00'),
  2024,
  3000 + pg_temp.pick('i' || wijk, 9000),
  town.key,
  st_multi(st_transform(st_union(strip), 4326)),
  'FULL',
  town.provenance_source_key,
  '2024'
from ground
join core.area town
  on town.code = 'GM' || 9900 + ground.town
group by ground.town, wijk, town.key;

insert into core.area (id, slug, kind, name, code, year, inhabitants, wijk_key, geometry, geometry_detail, provenance_source_key, provenance_stated_on)
select
  pg_temp.record_id('buurt', wijk * 10 + buurt),
  format('bench-buurt-%s-%s', wijk, buurt),
  'BUURT',
  format('Buurt %s van wijk %s', buurt, wijk),
  'BU' || 9900 + town || to_char(1 + (wijk - 1) % 20, 'FM00') || to_char(buurt, 'FM00'),
  2024,
  500 + pg_temp.pick('b' || wijk || buurt, 2000),
  area.key,
  st_multi(st_transform(strip, 4326)),
  'FULL',
  area.provenance_source_key,
  '2024'
from ground
join core.area
  on area.slug = 'bench-wijk-' || wijk;

insert into core.area (id, slug, kind, name, municipality_key, provenance_source_key, provenance_stated_on)
select
  pg_temp.record_id('werk', number),
  'bench-werkgebied-' || number,
  'WERKGEBIED',
  'Werkgebied ' || number,
  key,
  provenance_source_key,
  '2024'
from core.area
cross join generate_series(1, 4) n
cross join lateral (select (right(code, 4)::int - 9900) * 4 + n as number) werkgebied
where code like 'GM99%';

insert into core.werkgebied_wijk (werkgebied_key, wijk_key, coverage, reason, provenance_source_key, provenance_stated_on)
select
  werkgebied.key,
  wijk.key,
  'WHOLE',
  'Verzonnen.',
  wijk.provenance_source_key,
  '2024'
from core.area wijk
join core.area werkgebied
  on werkgebied.slug = 'bench-werkgebied-' || (substr(wijk.code, 3, 4)::int - 9900) * 4 + 1 + right(wijk.code, 2)::int % 4
where wijk.slug like 'bench-wijk-%';

insert into core.meeting_place (
  id, slug, name, kind, description, address_street_address, address_postal_code, address_locality, location, location_precision, website,
  status, area_key, operator_key, provenance_source_key, provenance_locator, provenance_stated_on
)
select
  pg_temp.record_id('place', n),
  'bench-place-' || n,
  pg_temp.word('pk' || n, array['Buurtkamer', 'Wijkcentrum', 'Huiskamer', 'Speeltuin', 'Buurthuis', 'Bibliotheek']) || ' '
  || pg_temp.word('pn' || n, array['De Linde', 'De Wilg', 'Het Baken', 'De Zwaluw', 'De Ark', 'Het Palet', 'De Molen', 'De Schakel']) || ' ' || n,
  pg_temp.word('pt' || n, array['COMMUNITY_CENTRE', 'NEIGHBOURHOOD_LIVING_ROOM', 'LIBRARY', 'CHURCH', 'PLAYGROUND', 'SQUARE']),
  case when n % 3 > 0 then 'Een plek waar je zo "binnenloopt" voor koffie, een praatje of hulp met een brief; iedereen is welkom.' end,
  case when n % 7 > 0 then 'Verzonnenstraat ' || n end,
  case when n % 7 > 0 then '3899 ' || chr(65 + n % 26) || chr(65 + n / 26 % 26) end,
  'Verzonnen stad',
  st_transform(st_setsrid(st_makepoint(
    st_xmin(strip) + 1 + pg_temp.pick('x' || n, 998),
    st_ymin(strip) + 1 + pg_temp.pick('y' || n, 198)
  ), 28992), 4326),
  pg_temp.word('pp' || n, array['EXACT', 'EXACT', 'NEARBY', 'AREA']),
  case when n % 9 < 3 then 'https://plek-' || n || '.example/' end,
  case when n % 3 = 0 then 'ACTIVE' end,
  buurt.key,
  partner.key,
  buurt.provenance_source_key,
  'regel ' || n,
  '2024'
from generate_series(1, 2000 * pg_temp.scale()) n
join ground
  on ground.wijk = (n - 1) / 2000 * 20 + 1 + n % 20
 and ground.buurt = 1 + n / 20 % 5
join core.area buurt
  on buurt.slug = format('bench-buurt-%s-%s', ground.wijk, ground.buurt)
left join core.partner
  on partner.slug = 'bench-partner-' || ground.town * 150 + 1 + nullif(least(pg_temp.pick('po' || n, 180), 150), 150);

insert into core.activity (
  id, slug, name, description, themes, target_groups, access, is_accessible_for_free, in_language, place_key, organiser_key,
  provenance_source_key, provenance_locator, provenance_stated_on
)
select
  pg_temp.record_id('act', n),
  'bench-activity-' || n,
  pg_temp.word('an' || n, array[
    'Koffie', 'Soep', 'Taal', 'Wandel', 'Teken', 'Zang', 'Schaak', 'Tuin', 'Naai', 'Lees', 'Film', 'Yoga', 'Huiswerk', 'Computer', 'Klus'
  ]) || pg_temp.word('as' || n, array['ochtend', 'middag', 'avond', 'groep', 'club', 'cursus', 'spreekuur', 'café']) || ' ' || n,
  'Samen bezig met ' || pg_temp.word('ad' || n, array['koken en eten', 'de Nederlandse taal', 'bewegen', 'handwerken', 'de buurt', 'formulieren'])
  || ', elke week, met begeleiding van vrijwilligers.',
  array[
    pg_temp.word('t1' || n, array['MEETING', 'EATING_TOGETHER', 'LANGUAGE', 'ADVICE', 'EXERCISE', 'CREATIVITY']),
    pg_temp.word('t2' || n, array['NEIGHBOURHOOD', 'LEARNING', 'CARE', 'DIGITAL_SKILLS', 'CULTURE', 'PLAY'])
  ],
  array[pg_temp.word('tg' || n, array['EVERYONE', 'SENIORS', 'CHILDREN', 'PARENTS', 'NEWCOMERS', 'YOUTH', 'WOMEN'])],
  case when n % 3 > 0 then pg_temp.word('ac' || n, array['WALK_IN', 'REGISTRATION', 'APPOINTMENT']) end,
  case n % 7 when 0 then true when 1 then true when 2 then false end,
  case when n % 11 = 0 then array['tr'] else '{}' end,
  place.key,
  partner.key,
  place.provenance_source_key,
  'regel ' || n,
  '2024'
from generate_series(1, 20000 * pg_temp.scale()) n
cross join lateral (select (n - 1) / 20000 as town) ground
join core.meeting_place place
  on place.slug = 'bench-place-' || town * 2000 + 1 + n % 2000
left join core.partner
  on partner.slug = 'bench-partner-' || town * 150 + 1 + nullif(least(pg_temp.pick('ao' || n, 165), 150), 150);

-- Some weeks of each, in the year around the agenda's day; in every town the same.
insert into core.schedule (activity_key, position, text, repeat_frequency, by_day, start_date, end_date, day_part, start_time, end_time)
select
  activity.key,
  1,
  'iedere week, zie het "rooster"',
  'P1W',
  array[pg_temp.word('d' || number, array['MO', 'TU', 'WE', 'TH', 'FR'])],
  first,
  first + pg_temp.weeks() * 7 - 1,
  pg_temp.word('dp' || number, array['MORNING', 'AFTERNOON', 'EVENING']),
  case when number % 3 = 0 then make_time(9 + number % 9, 0, 0) end,
  case when number % 3 = 0 then make_time(10 + number % 9, 30, 0) end
from generate_series(1, 20000 * pg_temp.scale()) n
cross join lateral (select 1 + (n - 1) % 20000 as number) town
cross join lateral (select date '2026-01-01' + pg_temp.pick('sd' || number, 220) as first) season
join core.activity
  on activity.slug = 'bench-activity-' || n;

insert into core.activity_partner (activity_key, partner_key, role)
select distinct
  activity.key,
  partner.key,
  pg_temp.word('r' || n || part, array['HOST', 'PARTNER', 'FUNDER'])
from generate_series(1, 20000 * pg_temp.scale()) n
cross join generate_series(1, 2) part
join core.activity
  on activity.slug = 'bench-activity-' || n
join core.partner
  on partner.slug = 'bench-partner-' || (n - 1) / 20000 * 150 + 1 + pg_temp.pick('ap' || n || part, 150);

insert into core.alternate_name (subject_id, name, name_kind, provenance_source_key, provenance_stated_on)
select
  id,
  'Voorheen ' || name,
  'FORMER_NAME',
  provenance_source_key,
  '2024'
from core.meeting_place
where slug like 'bench-place-%7';
