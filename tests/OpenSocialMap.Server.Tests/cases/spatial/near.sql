with v0 (value) as (
  select st_transform(st_setsrid(st_makepoint($1, $2), 4326), 28992)
), v1 (value) as (
  select st_transform(st_setsrid(st_makepoint($4, $5), 4326), 28992)
) select (
  select concat('{"totalCount":', (
    select count(*)
    from api.meeting_place t1
    where st_dwithin(t1.location_rd, (
      select value
      from v0
    ), $3)
  ), ',"edges":[', string_agg(concat('{"distance":', coalesce((round((t0.distance) * 1e1) / 1e1)::text, 'null'), ',"node":{"slug":"', t0.slug, '","locationPrecision":', coalesce('"' || t0.location_precision || '"', 'null'), ',"distance":', coalesce((round((t0.location_rd <-> (
    select value
    from v1
  )) * 1e1) / 1e1)::text, 'null'), '}}'), ','), ']}')
  from (
    select t0.location_rd <-> (
      select value
      from v0
    ) as distance, t0.slug, t0.location_precision, t0.location_rd
    from api.meeting_place t0
    where st_dwithin(t0.location_rd, (
      select value
      from v0
    ), $6)
    order by t0.location_rd <-> (
      select value
      from v0
    ), t0.key
    limit 20
  ) t0
) as f0, (
  select version
  from api.data_version
) as version
