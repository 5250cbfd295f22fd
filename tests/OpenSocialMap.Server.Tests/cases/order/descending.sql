select (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t0.name), '}'), ','), ']}')
  from (
    select t0.name
    from api.wijk t0
    order by t0.name desc, t0.key desc
    limit 3
  ) t0
) as f0, (
  select version
  from api.data_version
) as version
