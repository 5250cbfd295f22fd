with v0 (value) as (
  select ($1)::timestamp at time zone 'Europe/Amsterdam'
), v1 (value) as (
  select (least($2 + 1, $1 + 367))::timestamp at time zone 'Europe/Amsterdam'
), v2 (value) as (
  select area_key
  from api.area_reference
  where reference = $4
  limit 1
) select r.*, case when $2 < $1 then '' end as c0, case when $2 - $1 > 366 then ($2 - $1)::text end as c1, case when (
  select value
  from v2
) is null then coalesce((
  select reference
  from api.area_reference
  where similarity(reference, $4) > 0.2
  order by similarity(reference, $4) desc, reference
  limit 1
), '') end as c2
from (
  select (
    select concat('{"totalCount":', (
      select count(*)
      from api.occurrence t1
      where t1.agenda_at >= (
        select value
        from v0
      ) and t1.agenda_at < (
        select value
        from v1
      ) and extract(isodow from t1.date) = any($3) and exists (
        select
        from api.area_agenda m
        where m.area_key = (
          select value
          from v2
        ) and m.agenda_at = t1.agenda_at and m.occurrence_key = t1.key and m.agenda_at >= (
          select value
          from v0
        ) and m.agenda_at < (
          select value
          from v1
        )
      )
    ), ',"nodes":[', string_agg(concat('{"date":"', t0.date, '","startTime":', coalesce('"' || t0.start_time || '"', 'null'), ',"endTime":', coalesce('"' || t0.end_time || '"', 'null'), ',"endDate":"', t0.end_date, '","dayPart":', coalesce('"' || t0.day_part || '"', 'null'), ',"startsAt":', coalesce(to_json(t0.starts_at), 'null'), ',"status":"', t0.status, '","activity":', (
      select concat('{"name":', to_json(t2.name), '}')
      from api.activity t2
      where t2.key = t0.activity_key
    ), ',"place":', coalesce((
      select concat('{"name":', to_json(t3.name), '}')
      from api.meeting_place t3
      where t3.key = t0.place_key
    ), 'null'), ',"wijk":', coalesce((
      select concat('{"name":', to_json(t4.name), '}')
      from api.wijk t4
      where t4.key = t0.wijk_key
    ), 'null'), '}'), ','), ']}')
    from (
      select t0.date, t0.start_time, t0.end_time, t0.end_date, t0.day_part, t0.starts_at, t0.status, t0.activity_key, t0.place_key, t0.wijk_key
      from api.occurrence t0
      where t0.agenda_at >= (
        select value
        from v0
      ) and t0.agenda_at < (
        select value
        from v1
      ) and extract(isodow from t0.date) = any($5) and exists (
        select
        from api.area_agenda m
        where m.area_key = (
          select value
          from v2
        ) and m.agenda_at = t0.agenda_at and m.occurrence_key = t0.key and m.agenda_at >= (
          select value
          from v0
        ) and m.agenda_at < (
          select value
          from v1
        )
      )
      order by t0.agenda_at, t0.key
      limit 20
    ) t0
  ) as f0, (
    select version
    from api.data_version
  ) as version offset 0
) r
