-- $1 id text
select concat('{"meetingPlace":', coalesce((
  select concat(
    '{"id":"', p.id,
    '","slug":', to_json(p.slug),
    ',"name":', to_json(p.name),
    ',"alternateNames":[', (
      select string_agg(concat('{"name":', to_json(n.name), ',"nameKind":"', n.name_kind, '"}'), ',' order by n.name, n.key)
      from api.alternate_name n
      where n.subject_id = p.id
    ),
    '],"kind":', coalesce('"' || p.kind || '"', 'null'),
    ',"description":', coalesce(to_json(p.description), 'null'),
    ',"address":', case when num_nonnulls(p.address_street_address, p.address_postal_code, p.address_note) = 0 then 'null' else concat(
      '{"streetAddress":', coalesce(to_json(p.address_street_address), 'null'),
      ',"postalCode":', coalesce(to_json(p.address_postal_code), 'null'),
      ',"addressLocality":', to_json(p.address_locality),
      ',"note":', coalesce(to_json(p.address_note), 'null'), '}'
    ) end,
    ',"location":', case when p.location is null then 'null' else concat(
      '{"type":"Point","coordinates":[', round(st_x(p.location)::numeric, 7), ',', round(st_y(p.location)::numeric, 7), ']}'
    ) end,
    ',"locationPrecision":', coalesce('"' || p.location_precision || '"', 'null'),
    ',"locationNote":', coalesce(to_json(p.location_note), 'null'),
    ',"website":', coalesce(to_json(p.website), 'null'),
    ',"status":', coalesce('"' || p.status || '"', 'null'),
    ',"buurt":', coalesce((select concat('{"code":', to_json(b.code), ',"name":', to_json(b.name), '}') from api.buurt b where b.key = p.buurt_key), 'null'),
    ',"wijk":', coalesce((select concat('{"code":', to_json(w.code), ',"name":', to_json(w.name), '}') from api.wijk w where w.key = p.wijk_key), 'null'),
    ',"municipality":', coalesce((
      select concat('{"code":', to_json(m.code), ',"name":', to_json(m.name), '}')
      from api.municipality m
      where m.key = p.municipality_key
    ), 'null'),
    ',"werkgebieden":{"nodes":[', (
      select string_agg(concat('{"slug":', to_json(w.slug), ',"name":', to_json(w.name), '}'), ',')
      from (
        select w.slug, w.name
        from api.area_place m
        join api.werkgebied w
          on w.key = m.area_key
        where m.place_key = p.key
        order by w.name, w.key
        limit 20
      ) w
    ),
    ']},"operator":', coalesce((
      select concat('{"name":', to_json(o.name), ',"website":', coalesce(to_json(o.website), 'null'), '}')
      from api.partner o
      where o.key = p.operator_key
    ), 'null'),
    ',"modifiedAt":', to_json(p.modified_at),
    ',"provenance":{"source":', (
      select concat('{"title":', to_json(s.title), ',"publisher":', coalesce(to_json(s.publisher), 'null'), '}')
      from api.source s
      where s.key = p.provenance_source_key
    ),
    ',"locator":', coalesce(to_json(p.provenance_locator), 'null'),
    ',"statedOn":', to_json(p.provenance_stated_on),
    '},"activities":{"totalCount":', (select count(*) from api.activity a where a.place_key = p.key),
    ',"nodes":[', (
      select string_agg(concat(
        '{"id":"', a.id,
        '","name":', to_json(a.name),
        ',"description":', coalesce(to_json(a.description), 'null'),
        ',"themes":', case cardinality(a.themes) when 0 then '[]' else '["' || array_to_string(a.themes, '","') || '"]' end,
        ',"targetGroups":', case cardinality(a.target_groups) when 0 then '[]' else '["' || array_to_string(a.target_groups, '","') || '"]' end,
        ',"access":', coalesce('"' || a.access || '"', 'null'),
        ',"inLanguage":', to_json(a.in_language),
        ',"schedule":', case
          when num_nonnulls(
            a.schedule_text, a.schedule_repeat_frequency, a.schedule_times_per_period, a.schedule_by_day, a.schedule_by_month,
            a.schedule_by_month_day, a.schedule_day_part, a.schedule_start_date, a.schedule_end_date, a.schedule_start_time,
            a.schedule_end_time
          ) = 0 then 'null'
          else concat(
            '{"text":', coalesce(to_json(a.schedule_text), 'null'),
            ',"repeatFrequency":', coalesce(to_json(a.schedule_repeat_frequency), 'null'),
            ',"byDay":', coalesce(case cardinality(a.schedule_by_day) when 0 then '[]' else '["' || array_to_string(a.schedule_by_day, '","') || '"]' end, 'null'),
            ',"dayPart":', coalesce('"' || a.schedule_day_part || '"', 'null'),
            ',"startTime":', coalesce(to_json(a.schedule_start_time), 'null'),
            ',"endTime":', coalesce(to_json(a.schedule_end_time), 'null'), '}'
          )
        end,
        ',"organiser":', coalesce((
          select concat('{"name":', to_json(o.name), ',"website":', coalesce(to_json(o.website), 'null'), '}')
          from api.partner o
          where o.key = a.organiser_key
        ), 'null'),
        ',"partners":{"edges":[', (
          select string_agg(concat(
            '{"role":"', r.role,
            '","node":{"name":', to_json(r.name),
            ',"website":', coalesce(to_json(r.website), 'null'), '}}'
          ), ',')
          from (
            select l.role, r.name, r.website
            from api.activity_partner l
            join api.partner r
              on r.key = l.partner_key
            where l.activity_key = a.key
            order by r.name, r.key
            limit 5
          ) r
        ), ']}}'
      ), ',')
      from (
        select *
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
