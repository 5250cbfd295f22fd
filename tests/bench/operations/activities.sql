-- $1 wijk text
-- $2 themes text[]
-- $3 first int4
select concat(
  '{"activities":{"nodes":[',
  string_agg(concat(
    '{"id":"', a.id,
    '","name":', to_json(a.name),
    ',"description":', coalesce(to_json(a.description), 'null'),
    ',"themes":', case cardinality(a.themes) when 0 then '[]' else '["' || array_to_string(a.themes, '","') || '"]' end,
    ',"place":', coalesce((select concat('{"slug":', to_json(p.slug), ',"name":', to_json(p.name), '}') from api.meeting_place p where p.key = a.place_key), 'null'),
    ',"organiser":', coalesce((
      select concat('{"name":', to_json(o.name), ',"website":', coalesce(to_json(o.website), 'null'), '}')
      from api.partner o
      where o.key = a.organiser_key
    ), 'null'),
    ',"wijk":', coalesce((select concat('{"code":', to_json(w.code), ',"name":', to_json(w.name), '}') from api.wijk w where w.key = a.wijk_key), 'null'),
    '}'
  ), ',') filter (where a.position <= $3),
  '],"pageInfo":{"hasNextPage":', (count(*) > $3)::text,
  ',"endCursor":', coalesce(max(
    concat('"', translate(encode(convert_to(concat('["name,key",', to_json(a.name), ',', a.key, ']'), 'UTF8'), 'base64'), E'+/=\n', '-_'), '"')
  ) filter (where a.position = $3 or (a.position < $3 and a.position = a.rows)), 'null'),
  '}}}'
)
from (
  select a.*, row_number() over () as position, count(*) over () as rows
  from (
    select a.*
    from api.area_activity m
    join api.activity a
      on a.key = m.activity_key
    where m.area_key = (select area_key from api.area_reference where reference = lower($1) limit 1)
      and a.themes && $2
    order by a.name, a.key
    limit $3 + 1
  ) a
) a
