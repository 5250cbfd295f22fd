with v0 (value) as (
  select area_key
  from api.area_reference
  where reference = $1
  limit 1
) select r.*, case when (
  select value
  from v0
) is null then coalesce((
  select reference
  from api.area_reference
  where similarity(reference, $1) > 0.2
  order by similarity(reference, $1) desc, reference
  limit 1
), '') end as c0
from (
  select (
    select concat('{"totalCount":', (
      select count(*)
      from api.activity t1
      where exists (
        select
        from api.area_activity m
        where m.area_key = (
          select value
          from v0
        ) and m.activity_key = t1.key and m.name = t1.name
      ) and t1.themes && $2
    ), ',"nodes":[', string_agg(concat('{"slug":"', t0.slug, '","area":', coalesce((
      select concat('{"name":', to_json(t2.name), '}')
      from api.area t2
      where t2.key = t0.area_key
    ), 'null'), '}'), ','), ']}')
    from (
      select t0.slug, t0.area_key
      from api.activity t0
      where exists (
        select
        from api.area_activity m
        where m.area_key = (
          select value
          from v0
        ) and m.activity_key = t0.key and m.name = t0.name
      ) and t0.themes && $3
      order by t0.name, t0.key
      limit 50
    ) t0
  ) as f0, (
    select version
    from api.data_version
  ) as version offset 0
) r
