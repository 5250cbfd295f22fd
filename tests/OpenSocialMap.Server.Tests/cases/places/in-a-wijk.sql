with v0 (value) as (
  select area_key
  from api.area_reference
  where reference = $2
  limit 1
) select r.*, case when r.f0 is null then coalesce((
  select slug
  from api.wijk
  where similarity(slug, $1) > 0.2
  order by similarity(slug, $1) desc, slug
  limit 1
), '') end as c0, case when (
  select value
  from v0
) is null then coalesce((
  select reference
  from api.area_reference
  where similarity(reference, $2) > 0.2
  order by similarity(reference, $2) desc, reference
  limit 1
), '') end as c1
from (
  select (
    select concat('{"meetingPlaces":', (
      select concat('{"totalCount":', (
        select count(*)
        from api.meeting_place t2
        where t2.wijk_key = t0.key
      ), ',"nodes":[', string_agg(concat('{"slug":"', t1.slug, '"}'), ','), ']}')
      from (
        select t1.slug
        from api.meeting_place t1
        where t1.wijk_key = t0.key
        order by t1.name, t1.key
        limit 20
      ) t1
    ), '}')
    from api.wijk t0
    where t0.key = coalesce((
      select key
      from api.wijk
      where slug = $1
    ), (
      select f.key
      from api.wijk f
      join api.alternate_name n on n.subject_id = f.id
      where n.slug = $1
      limit 1
    ))
  ) as f0, (
    select concat('{"totalCount":', (
      select count(*)
      from api.meeting_place t4
      where exists (
        select
        from api.area_place m
        where m.area_key = (
          select value
          from v0
        ) and m.place_key = t4.key and m.name = t4.name
      )
    ), '}')
  ) as f1, (
    select version
    from api.data_version
  ) as version offset 0
) r
