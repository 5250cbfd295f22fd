with v0 (value) as (
  select day
  from api.agenda_day
), v1 (value) as (
  select ((
    select value
    from v0
  ))::timestamp at time zone 'Europe/Amsterdam'
), v2 (value) as (
  select ((
    select value
    from v0
  ) + 367)::timestamp at time zone 'Europe/Amsterdam'
) select (
  select concat('{"totalCount":', (
    select count(*)
    from api.occurrence t1
    where t1.agenda_at >= (
      select value
      from v1
    ) and t1.agenda_at < (
      select value
      from v2
    ) and t1.key = (
      select t2.key
      from api.occurrence t2
      where t2.agenda_at >= (
        select value
        from v1
      ) and t2.agenda_at < (
        select value
        from v2
      ) and t2.activity_key = t1.activity_key and t2.status not in ('CANCELLED', 'POSTPONED')
      order by t2.agenda_at, t2.key
      limit 1
    )
  ), ',"nodes":[', string_agg(concat('{"date":"', t0.date, '","dayPart":', coalesce('"' || t0.day_part || '"', 'null'), ',"startsAt":', coalesce(to_json(t0.starts_at), 'null'), ',"endsAt":', coalesce(to_json(t0.ends_at), 'null'), ',"activity":', (
    select concat('{"slug":"', t3.slug, '"}')
    from api.activity t3
    where t3.key = t0.activity_key
  ), '}'), ','), ']}')
  from (
    select t0.date, t0.day_part, t0.starts_at, t0.ends_at, t0.activity_key
    from api.occurrence t0
    where t0.agenda_at >= (
      select value
      from v1
    ) and t0.agenda_at < (
      select value
      from v2
    ) and t0.key = (
      select t4.key
      from api.occurrence t4
      where t4.agenda_at >= (
        select value
        from v1
      ) and t4.agenda_at < (
        select value
        from v2
      ) and t4.activity_key = t0.activity_key and t4.status not in ('CANCELLED', 'POSTPONED')
      order by t4.agenda_at, t4.key
      limit 1
    )
    order by t0.agenda_at, t0.key
    limit 8
  ) t0
) as f0, (
  select version
  from api.data_version
) as version
