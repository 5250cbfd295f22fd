select r.*, case when r.f0 is null then coalesce((
  select slug
  from api.meeting_place
  where similarity(slug, $1) > 0.2
  order by similarity(slug, $1) desc, slug
  limit 1
), '') end as c0, case when r.f1 is null then coalesce((
  select slug
  from api.meeting_place
  where similarity(slug, $9) > 0.2
  order by similarity(slug, $9) desc, slug
  limit 1
), '') end as c1
from (
  select (
    select concat('{"tuesday":', coalesce((
      select case when o.ends_at > $2 then concat('"', o.state, '"') end
      from api.opening_interval o
      where o.place_key = t0.key and o.state <> 'HOST_PRESENT' and o.starts_at <= $2
      order by o.starts_at desc
      limit 1
    ), 'null'), ',"tuesdayNight":', coalesce((
      select case when o.ends_at > $3 then concat('"', o.state, '"') end
      from api.opening_interval o
      where o.place_key = t0.key and o.state <> 'HOST_PRESENT' and o.starts_at <= $3
      order by o.starts_at desc
      limit 1
    ), 'null'), ',"sunday":', coalesce((
      select case when o.ends_at > $4 then concat('"', o.state, '"') end
      from api.opening_interval o
      where o.place_key = t0.key and o.state <> 'HOST_PRESENT' and o.starts_at <= $4
      order by o.starts_at desc
      limit 1
    ), 'null'), ',"warmEvening":', coalesce((
      select case when o.ends_at > $5 then concat('"', o.state, '"') end
      from api.opening_interval o
      where o.place_key = t0.key and o.state <> 'HOST_PRESENT' and o.starts_at <= $5
      order by o.starts_at desc
      limit 1
    ), 'null'), ',"longAgo":', coalesce((
      select case when o.ends_at > $6 then concat('"', o.state, '"') end
      from api.opening_interval o
      where o.place_key = t0.key and o.state <> 'HOST_PRESENT' and o.starts_at <= $6
      order by o.starts_at desc
      limit 1
    ), 'null'), ',"presentAt":', concat('[', (
      select string_agg(to_json(o.role)::text, ',' order by o.role)
      from api.opening_interval o
      where o.place_key = t0.key and o.state = 'HOST_PRESENT' and o.role is not null and o.ends_at > $7 and o.starts_at <= $7
    ), ']'), ',"nextOpening":', coalesce((
      select concat('{"startsAt":', to_json(t1.starts_at), ',"endsAt":', to_json(t1.ends_at), ',"state":"', t1.state, '","period":', coalesce(to_json(t1.period), 'null'), '}')
      from api.opening_interval t1
      where t1.place_key = t0.key and t1.state in ('OPEN', 'SELF_SERVICE') and t1.ends_at > $8
      order by t1.ends_at
      limit 1
    ), 'null'), '}')
    from api.meeting_place t0
    where t0.key = coalesce((
      select key
      from api.meeting_place
      where slug = $1
    ), (
      select f.key
      from api.meeting_place f
      join api.alternate_name n on n.subject_id = f.id
      where n.slug = $1
      limit 1
    ))
  ) as f0, (
    select concat('{"openAt":', coalesce((
      select case when o.ends_at > $10 then concat('"', o.state, '"') end
      from api.opening_interval o
      where o.place_key = t2.key and o.state <> 'HOST_PRESENT' and o.starts_at <= $10
      order by o.starts_at desc
      limit 1
    ), 'null'), ',"openingHours":', concat('[', (
      select string_agg(concat('{"kind":"', t3.kind, '"}'), ',' order by t3.position, t3.key)
      from api.opening_period t3
      where t3.place_key = t2.key
    ), ']'), ',"nextOpening":', coalesce((
      select concat('{"startsAt":', to_json(t4.starts_at), '}')
      from api.opening_interval t4
      where t4.place_key = t2.key and t4.state in ('OPEN', 'SELF_SERVICE') and t4.ends_at > $11
      order by t4.ends_at
      limit 1
    ), 'null'), '}')
    from api.meeting_place t2
    where t2.key = coalesce((
      select key
      from api.meeting_place
      where slug = $9
    ), (
      select f.key
      from api.meeting_place f
      join api.alternate_name n on n.subject_id = f.id
      where n.slug = $9
      limit 1
    ))
  ) as f1, (
    select version
    from api.data_version
  ) as version offset 0
) r
