select (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t0.name), '}'), ','), ']}')
  from (
    select t0.name
    from api.wijk t0
    where t0.name = $1
    order by t0.name, t0.key
    limit 20
  ) t0
) as f0, (
  select concat('{"totalCount":', (
    select count(*)
    from api.wijk t2
    where t2.name is distinct
    from $2
  ), '}')
) as f1, (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t3.name), '}'), ','), ']}')
  from (
    select t3.name
    from api.wijk t3
    where strpos(t3.name, $3) > 0
    order by t3.name, t3.key
    limit 20
  ) t3
) as f2, (
  select concat('{"totalCount":', (
    select count(*)
    from api.wijk t5
    where (strpos(t5.name, $4) > 0) is not true
  ), '}')
) as f3, (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t6.name), '}'), ','), ']}')
  from (
    select t6.name
    from api.wijk t6
    where t6.code = any($5)
    order by t6.name, t6.key
    limit 20
  ) t6
) as f4, (
  select concat('{"totalCount":', (
    select count(*)
    from api.wijk t8
    where (t8.code = any($6)) is not true
  ), '}')
) as f5, (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t9.name), '}'), ','), ']}')
  from (
    select t9.name
    from api.wijk t9
    where starts_with(t9.name, $7)
    order by t9.name, t9.key
    limit 20
  ) t9
) as f6, (
  select concat('{"totalCount":', (
    select count(*)
    from api.wijk t11
    where (starts_with(t11.name, $8)) is not true
  ), '}')
) as f7, (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t12.name), '}'), ','), ']}')
  from (
    select t12.name
    from api.wijk t12
    where right(t12.name, length($9)) = $9
    order by t12.name, t12.key
    limit 20
  ) t12
) as f8, (
  select concat('{"totalCount":', (
    select count(*)
    from api.wijk t14
    where (right(t14.name, length($10)) = $10) is not true
  ), '}')
) as f9, (
  select concat('{"totalCount":', (
    select count(*)
    from api.wijk t16
    where t16.name = $11
  ), '}')
) as f10, (
  select concat('{"totalCount":', (
    select count(*)
    from api.wijk t18
    where strpos(t18.name, $12) > 0
  ), '}')
) as f11, (
  select concat('{"totalCount":', (
    select count(*)
    from api.wijk t20
    where strpos(t20.name, $13) > 0
  ), '}')
) as f12, (
  select version
  from api.data_version
) as version
