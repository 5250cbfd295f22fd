-- \set n random(1, 2000)
-- $1 id text
-- $1 = 'place_' || left(md5('place' || :n), 16)
select concat('{"meetingPlace":', coalesce((
  select concat(
    '{"id":"', p.id,
    '","name":', to_json(p.name),
    ',"kind":', coalesce('"' || p.kind || '"', 'null'),
    ',"description":', coalesce(to_json(p.description), 'null'),
    ',"website":', coalesce(to_json(p.website), 'null'),
    ',"latitude":', coalesce(st_y(p.location)::text, 'null'),
    ',"longitude":', coalesce(st_x(p.location)::text, 'null'),
    ',"address":', case when num_nonnulls(p.address_street_address, p.address_postal_code, p.address_note) = 0 then 'null' else concat(
      '{"streetAddress":', coalesce(to_json(p.address_street_address), 'null'),
      ',"postalCode":', coalesce(to_json(p.address_postal_code), 'null'), '}'
    ) end,
    ',"wijk":', coalesce((
      select concat('{"id":"', w.id, '","code":', to_json(w.code), ',"name":', to_json(w.name), '}')
      from api.wijk w
      where w.key = p.wijk_key
    ), 'null'),
    ',"activities":{"nodes":[', (
      select string_agg(concat(
        '{"id":"', a.id,
        '","name":', to_json(a.name),
        ',"description":', coalesce(to_json(a.description), 'null'),
        ',"themes":', case cardinality(a.themes) when 0 then '[]' else '["' || array_to_string(a.themes, '","') || '"]' end,
        ',"targetGroups":', case cardinality(a.target_groups) when 0 then '[]' else '["' || array_to_string(a.target_groups, '","') || '"]' end,
        ',"access":', coalesce('"' || a.access || '"', 'null'),
        ',"isAccessibleForFree":', coalesce(a.is_accessible_for_free::text, 'null'),
        ',"organiser":', coalesce((
          select concat('{"id":"', o.id, '","name":', to_json(o.name), ',"website":', coalesce(to_json(o.website), 'null'), '}')
          from api.partner o
          where o.key = a.organiser_key
        ), 'null'),
        ',"occurrences":{"nodes":[', (
          select string_agg(concat(
            '{"id":"', t.id,
            '","startsAt":', coalesce(to_json(t.starts_at), 'null'),
            ',"endsAt":', coalesce(to_json(t.ends_at), 'null'), '}'
          ), ',')
          from (
            select t.id, t.starts_at, t.ends_at
            from api.occurrence t
            where t.activity_key = a.key
              and t.agenda_at >= (select day::timestamp at time zone 'Europe/Amsterdam' from api.agenda_day)
            order by t.agenda_at, t.key
            limit 3
          ) t
        ), ']}',
        '}'
      ), ',')
      from (
        select
          a.key, a.id, a.name, a.description, a.themes, a.target_groups, a.access, a.is_accessible_for_free, a.organiser_key
        from api.activity a
        where a.place_key = p.key
        order by a.name, a.key
        limit 50
      ) a
    ), ']}}'
  )
  from api.meeting_place p
  where p.id = $1
), 'null'), '}')
