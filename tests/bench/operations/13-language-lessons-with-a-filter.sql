select concat('{"activities":{"totalCount":', coalesce(max(a.total), 0), ',"nodes":[', string_agg(concat(
  '{"name":', to_json(a.name),
  ',"wijk":{"name":', to_json(a.wijk), ',"inhabitants":', a.inhabitants,
  '},"organiser":{"name":', to_json(a.organiser), '}}'
), ','), ']}}')
from (
  select
    a.name,
    w.name as wijk,
    w.inhabitants,
    o.name as organiser,
    count(*) over () as total
  from api.activity a
  join api.wijk w
    on w.key = a.wijk_key
  join api.partner o
    on o.key = a.organiser_key
  where a.themes @> array['LANGUAGE']
    and w.inhabitants > 5000
  order by w.name, a.name, a.key
  limit 20
) a
