select (
  select concat('{"nodes":[', string_agg(concat('{"code":', coalesce('"' || t0.code || '"', 'null'), '}'), ','), ']}')
  from (
    select t0.code
    from api.wijk t0
    order by t0.name, t0.key
    limit 1
  ) t0
) as f0, (
  select version
  from api.data_version
) as version
