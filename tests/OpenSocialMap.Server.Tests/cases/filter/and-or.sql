select (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t0.name), '}'), ','), ']}')
  from (
    select t0.name
    from api.wijk t0
    where (strpos(t0.name, $1) > 0 and t0.inhabitants > $2)
    order by t0.name, t0.key
    limit 20
  ) t0
) as f0, (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t1.name), '}'), ','), ']}')
  from (
    select t1.name
    from api.wijk t1
    where (t1.code = $3 or t1.code = $4)
    order by t1.name, t1.key
    limit 20
  ) t1
) as f1, (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t2.name), '}'), ','), ']}')
  from (
    select t2.name
    from api.wijk t2
    where (t2.inhabitants > $5 and (t2.code = $6 or t2.code = $7))
    order by t2.name, t2.key
    limit 20
  ) t2
) as f2, (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t3.name), '}'), ','), ']}')
  from (
    select t3.name
    from api.wijk t3
    where ((starts_with(t3.name, $8) and t3.inhabitants > $9) or t3.code = $10)
    order by t3.name, t3.key
    limit 20
  ) t3
) as f3, (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t4.name), '}'), ','), ']}')
  from (
    select t4.name
    from api.wijk t4
    where (starts_with(t4.name, $11) or right(t4.name, length($12)) = $12)
    order by t4.name, t4.key
    limit 20
  ) t4
) as f4, (
  select version
  from api.data_version
) as version
