-- \set n random(1, 20)
-- $1 wijk text
-- $1 = 'bench-wijk-' || :n
select concat('{"meetingPlaces":{"nodes":[', (
  select string_agg(concat(
    '{"id":"', p.id,
    '","name":', to_json(p.name),
    ',"kind":', coalesce('"' || p.kind || '"', 'null'),
    ',"latitude":', coalesce(st_y(p.location)::text, 'null'),
    ',"longitude":', coalesce(st_x(p.location)::text, 'null'),
    ',"locationPrecision":', coalesce('"' || p.location_precision || '"', 'null'),
    ',"address":', case when num_nonnulls(p.address_street_address, p.address_postal_code, p.address_note) = 0 then 'null' else concat(
      '{"streetAddress":', coalesce(to_json(p.address_street_address), 'null'),
      ',"postalCode":', coalesce(to_json(p.address_postal_code), 'null'), '}'
    ) end,
    ',"activities":{"nodes":[', (
      select string_agg(concat(
        '{"id":"', a.id,
        '","name":', to_json(a.name),
        ',"themes":', case cardinality(a.themes) when 0 then '[]' else '["' || array_to_string(a.themes, '","') || '"]' end,
        ',"access":', coalesce('"' || a.access || '"', 'null'),
        ',"isAccessibleForFree":', coalesce(a.is_accessible_for_free::text, 'null'),
        ',"schedule":', case
          when a.schedule_key is null then 'null'
          else concat(
            '{"text":', coalesce(to_json(a.schedule_text), 'null'),
            ',"byDay":', coalesce(case cardinality(a.schedule_by_day) when 0 then '[]' else '["' || array_to_string(a.schedule_by_day, '","') || '"]' end, 'null'), '}'
          )
        end,
        '}'
      ), ',')
      from (
        select
          a.id, a.name, a.themes, a.access, a.is_accessible_for_free, a.schedule_key, a.schedule_text, a.schedule_by_day
        from api.activity a
        where a.place_key = p.key
        order by a.name, a.key
        limit 5
      ) a
    ), ']}}'
  ), ',')
  from (
    select
      p.key, p.id, p.name, p.kind, p.location, p.location_precision, p.address_street_address, p.address_postal_code, p.address_note
    from api.area_place m
    join api.meeting_place p
      on p.key = m.place_key
    where m.area_key = (select area_key from api.area_reference where reference = lower($1) limit 1)
    order by m.name, m.place_key
    limit 20
  ) p
), ']}}')
