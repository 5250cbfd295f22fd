select (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t0.name), '}'), ','), ']}')
  from (
    select t0.name
    from api.wijk t0
    where exists (
      select
      from api.buurt t1
      where t1.wijk_key = t0.key and t1.inhabitants > $1
    )
    order by t0.name, t0.key
    limit 20
  ) t0
) as f0, (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t2.name), '}'), ','), ']}')
  from (
    select t2.name
    from api.wijk t2
    where not exists (
      select
      from api.buurt t3
      where t3.wijk_key = t2.key and (t3.inhabitants > $2) is not true
    )
    order by t2.name, t2.key
    limit 20
  ) t2
) as f1, (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t4.name), '}'), ','), ']}')
  from (
    select t4.name
    from api.wijk t4
    where not exists (
      select
      from api.buurt t5
      where t5.wijk_key = t4.key and t5.inhabitants < $3
    )
    order by t4.name, t4.key
    limit 20
  ) t4
) as f2, (
  select concat('{"totalCount":', (
    select count(*)
    from api.wijk t7
    where exists (
      select
      from api.werkgebied t8
      join api.werkgebied_wijk t8_link on t8_link.werkgebied_key = t8.key
      where t8_link.wijk_key = t7.key
    )
  ), '}')
) as f3, (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t9.name), '}'), ','), ']}')
  from (
    select t9.name
    from api.wijk t9
    where not exists (
      select
      from api.werkgebied t10
      join api.werkgebied_wijk t10_link on t10_link.werkgebied_key = t10.key
      where t10_link.wijk_key = t9.key
    )
    order by t9.code, t9.key
    limit 20
  ) t9
) as f4, (
  select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t11.name), '}'), ','), ']}')
  from (
    select t11.name
    from api.wijk t11
    where not exists (
      select
      from api.werkgebied t12
      join api.werkgebied_wijk t12_link on t12_link.werkgebied_key = t12.key
      where t12_link.wijk_key = t11.key and (t12.name = $4) is not true
    )
    order by t11.code, t11.key
    limit 20
  ) t11
) as f5, (
  select concat('{"nodes":[', string_agg(concat('{"slug":"', t13.slug, '"}'), ','), ']}')
  from (
    select t13.slug
    from api.activity t13
    where exists (
      select
      from api.partner t14
      join api.activity_partner t14_link on t14_link.partner_key = t14.key
      where t14_link.activity_key = t13.key and t14.slug = $5
    )
    order by t13.name, t13.key
    limit 20
  ) t13
) as f6, (
  select version
  from api.data_version
) as version
