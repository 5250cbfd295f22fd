with v0 (value) as (
  select st_makevalid(st_transform(st_geomfromewkb($1), 4326), 'method=structure')
), v1 (value) as (
  select st_makevalid(st_transform(st_geomfromewkb($2), 4326), 'method=structure')
), v2 (value) as (
  select st_makevalid(st_transform(st_geomfromewkb($3), 4326), 'method=structure')
) select (
  select concat('{"nodes":[', string_agg(concat('{"slug":"', t0.slug, '"}'), ','), ']}')
  from (
    select t0.slug
    from api.meeting_place t0
    where (st_within(t0.location, (
      select value
      from v0
    )))
    order by t0.slug, t0.key
    limit 20
  ) t0
) as f0, (
  select concat('{"totalCount":', (
    select count(*)
    from api.meeting_place t2
    where ((st_within(t2.location, (
      select value
      from v1
    ))) is not true)
  ), '}')
) as f1, (
  select concat('{"totalCount":', (
    select count(*)
    from api.meeting_place t4
    where (((st_within(t4.location, (
      select value
      from v2
    ))) is not true) and t4.location_precision is null)
  ), '}')
) as f2, (
  select concat('{"totalCount":', (
    select count(*)
    from api.meeting_place t6
  ), '}')
) as f3, (
  select version
  from api.data_version
) as version
