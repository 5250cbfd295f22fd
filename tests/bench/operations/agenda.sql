-- \set n random(1, 20)
-- $1 wijk text
-- $1 = 'bench-wijk-' || :n
select concat('{"agenda":{"nodes":[', (
  select string_agg(concat(
    '{"id":"', o.id,
    '","date":"', o.date,
    '","startsAt":', coalesce(to_json(o.starts_at), 'null'),
    ',"endsAt":', coalesce(to_json(o.ends_at), 'null'),
    ',"status":"', o.status,
    '","activity":', (
      select concat(
        '{"id":"', a.id,
        '","name":', to_json(a.name),
        ',"themes":', case cardinality(a.themes) when 0 then '[]' else '["' || array_to_string(a.themes, '","') || '"]' end,
        ',"targetGroups":', case cardinality(a.target_groups) when 0 then '[]' else '["' || array_to_string(a.target_groups, '","') || '"]' end,
        ',"isAccessibleForFree":', coalesce(a.is_accessible_for_free::text, 'null'),
        ',"organiser":', coalesce((
          select concat('{"id":"', r.id, '","name":', to_json(r.name), ',"website":', coalesce(to_json(r.website), 'null'), '}')
          from api.partner r
          where r.key = a.organiser_key
        ), 'null'),
        '}'
      )
      from api.activity a
      where a.key = o.activity_key
    ),
    ',"place":', coalesce((
      select concat(
        '{"id":"', p.id,
        '","name":', to_json(p.name),
        ',"latitude":', coalesce(st_y(p.location)::text, 'null'),
        ',"longitude":', coalesce(st_x(p.location)::text, 'null'),
        ',"address":', case when num_nonnulls(p.address_street_address, p.address_postal_code, p.address_note) = 0 then 'null' else concat(
          '{"streetAddress":', coalesce(to_json(p.address_street_address), 'null'),
          ',"postalCode":', coalesce(to_json(p.address_postal_code), 'null'), '}'
        ) end,
        '}'
      )
      from api.meeting_place p
      where p.key = o.place_key
    ), 'null'),
    '}'
  ), ',')
  from (
    select o.id, o.date, o.starts_at, o.ends_at, o.status, o.activity_key, o.place_key
    from api.area_agenda m
    join api.occurrence o
      on o.key = m.occurrence_key
    where m.area_key = (select area_key from api.area_reference where reference = lower($1) limit 1)
      and m.agenda_at >= (select day::timestamp at time zone 'Europe/Amsterdam' from api.agenda_day)
      and m.agenda_at < (select (day + 367)::timestamp at time zone 'Europe/Amsterdam' from api.agenda_day)
    order by m.agenda_at, m.occurrence_key
    limit 50
  ) o
), ']}}')
