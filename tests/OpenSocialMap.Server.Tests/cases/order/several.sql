select (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t0.name), ',"inhabitants":', coalesce(t0.inhabitants::text, 'null'), ',"wijk":', (
    select concat('{"code":', coalesce('"' || t2.code || '"', 'null'), '}')
    from api.wijk t2
    where t2.key = t0.wijk_key
  ), '}'), ','), ']}')
  from (
    select t0.name, t0.inhabitants, t0.wijk_key
    from api.buurt t0
    where exists (
      select
      from api.wijk t3
      where t3.key = t0.wijk_key and t3.code = any($1)
    )
    order by (
      select t1.code
      from api.wijk t1
      where t1.key = t0.wijk_key
    ) desc, t0.inhabitants desc, t0.key desc
    limit 6
  ) t0
) as f0, (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t4.name), ',"inhabitants":', coalesce(t4.inhabitants::text, 'null'), '}'), ','), ']}')
  from (
    select t4.name, t4.inhabitants
    from api.wijk t4
    order by t4.inhabitants desc, t4.name, t4.key
    limit 2
  ) t4
) as f1, (
  select version
  from api.data_version
) as version
