-- $1 wijk text
select concat('{"wijk":', coalesce((
  select concat(
    '{"name":', to_json(w.name),
    ',"inhabitants":', coalesce(w.inhabitants::text, 'null'),
    ',"meetingPlaces":{"totalCount":', (select count(*) from api.meeting_place p where p.wijk_key = w.key),
    ',"nodes":[', (
      select string_agg(concat(
        '{"name":', to_json(p.name),
        ',"kind":', coalesce('"' || p.kind || '"', 'null'),
        ',"address":', case when num_nonnulls(p.address_street_address, p.address_postal_code, p.address_note) = 0 then 'null' else concat(
          '{"streetAddress":', coalesce(to_json(p.address_street_address), 'null'),
          ',"postalCode":', coalesce(to_json(p.address_postal_code), 'null'), '}'
        ) end,
        ',"website":', coalesce(to_json(p.website), 'null'), '}'
      ), ',')
      from (
        select *
        from api.meeting_place p
        where p.wijk_key = w.key
        order by p.name, p.key
        limit 10
      ) p
    ),
    ']},"activities":{"totalCount":', (
      select count(*)
      from api.area_activity m
      join api.activity a
        on a.key = m.activity_key
      where m.area_key = w.key
    ),
    ',"nodes":[', (
      select string_agg(concat(
        '{"name":', to_json(a.name),
        ',"description":', coalesce(to_json(a.description), 'null'),
        ',"schedule":', case
          when num_nonnulls(
            a.schedule_text, a.schedule_repeat_frequency, a.schedule_times_per_period, a.schedule_by_day, a.schedule_by_month,
            a.schedule_by_month_day, a.schedule_day_part, a.schedule_start_date, a.schedule_end_date, a.schedule_start_time,
            a.schedule_end_time
          ) = 0 then 'null'
          else concat('{"text":', coalesce(to_json(a.schedule_text), 'null'), '}')
        end,
        ',"place":', coalesce((select concat('{"name":', to_json(p.name), '}') from api.meeting_place p where p.key = a.place_key), 'null'),
        ',"organiser":', coalesce((select concat('{"name":', to_json(o.name), '}') from api.partner o where o.key = a.organiser_key), 'null'),
        ',"provenance":{"source":', (select concat('{"title":', to_json(s.title), '}') from api.source s where s.key = a.provenance_source_key),
        ',"locator":', coalesce(to_json(a.provenance_locator), 'null'), '}}'
      ), ',')
      from (
        select a.*
        from api.area_activity m
        join api.activity a
          on a.key = m.activity_key
        where m.area_key = w.key
        order by a.name, a.key
        limit 10
      ) a
    ), ']}}'
  )
  from api.wijk w
  where w.slug = $1
), 'null'), '}')
