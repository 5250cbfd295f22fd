-- $1: of each wijk its municipality, $2: of each buurt its wijk, $3: of each buurt its number in its wijk; all counted from 0. Codes are as CBS has them, of
-- municipalities that there are none of. Each municipality is a square of 20 kilometres, divided into strips.

with made_source as (
  insert into core.source (id, slug, title, kind)
  values ('src_00000000000000na', 'invented-country', 'Verzonnen cijfers van een heel land', 'DATASET')
  returning key
), wijken as (
  select
    nth - 1 as wijk,
    municipality,
    row_number() over (partition by municipality order by nth) - 1 as within
  from unnest($1::int[]) with ordinality as given (municipality, nth)
), buurten as (
  select
    nth - 1 as buurt,
    wijk,
    within
  from unnest($2::int[], $3::int[]) with ordinality as given (wijk, within, nth)
), municipalities as (
  insert into core.area (key, id, slug, kind, name, code, year, geometry, geometry_detail, provenance_source_key, provenance_stated_on, visible)
  select
    1000000 + municipality,
    'mun_' || lpad(municipality::text, 16, '0'),
    'gemeente-' || municipality,
    'MUNICIPALITY',
    'Gemeente ' || municipality,
    'GM' || lpad((municipality + 1)::text, 4, '0'),
    2022,
    pg_temp.strip(municipality, 0, 1),
    'GENERALISED',
    made_source.key,
    '2022',
    true
  from (select distinct municipality from wijken) as each
  cross join made_source
), wijken_too as (
  insert into core.area (
    key, id, slug, kind, name, code, year, municipality_key, geometry, geometry_detail, provenance_source_key, provenance_stated_on, visible
  )
  select
    2000000 + wijk,
    'wijk_' || lpad(wijk::text, 16, '0'),
    'wijk-' || wijk,
    'WIJK',
    'Wijk ' || wijk,
    'WK' || lpad((municipality + 1)::text, 4, '0') || lpad(within::text, 2, '0'),
    2022,
    1000000 + municipality,
    pg_temp.strip(municipality, within / 40.0, (within + 1) / 40.0),
    'GENERALISED',
    made_source.key,
    '2022',
    true
  from wijken
  cross join made_source
)
insert into core.area (
  key, id, slug, kind, name, code, year, municipality_key, wijk_key, geometry, geometry_detail, provenance_source_key, provenance_stated_on, visible
)
select
  3000000 + buurt,
  'buurt_' || lpad(buurt::text, 16, '0'),
  'buurt-' || buurt,
  'BUURT',
  'Buurt ' || buurt,
  'BU' || lpad((municipality + 1)::text, 4, '0') || lpad(wijken.within::text, 2, '0') || lpad(buurten.within::text, 2, '0'),
  2022,
  1000000 + municipality,
  2000000 + wijk,
  pg_temp.strip(municipality, (wijken.within + buurten.within / 10.0) / 40, (wijken.within + (buurten.within + 1) / 10.0) / 40),
  'GENERALISED',
  made_source.key,
  '2022',
  true
from buurten
join wijken using (wijk)
cross join made_source
