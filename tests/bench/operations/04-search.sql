-- $1 text text
select concat('{"search":{"edges":[', (
  select string_agg(concat('{"rank":', s.rank, ',"node":', case s.kind
    when 'MeetingPlace' then (
      select concat('{"__typename":"MeetingPlace","name":', to_json(p.name), ',"alternateNames":[', (
        select string_agg(concat('{"name":', to_json(n.name), ',"nameKind":"', n.name_kind, '"}'), ',' order by n.name, n.key)
        from api.alternate_name n
        where n.subject_id = p.id
      ), ']}')
      from api.meeting_place p
      where p.key = s.subject_key
    )
    when 'Activity' then (
      select concat('{"__typename":"Activity","name":', to_json(a.name), ',"place":', coalesce((
        select concat('{"name":', to_json(p.name), '}')
        from api.meeting_place p
        where p.key = a.place_key
      ), 'null'), '}')
      from api.activity a
      where a.key = s.subject_key
    )
    when 'Partner' then (
      select concat('{"__typename":"Partner","name":', to_json(r.name), ',"website":', coalesce(to_json(r.website), 'null'), '}')
      from api.partner r
      where r.key = s.subject_key
    )
    else (
      select concat('{"__typename":"', s.kind, '","name":', to_json(a.name), ',"code":', coalesce(to_json(a.code), 'null'), '}')
      from api.area a
      where a.key = s.subject_key
    )
  end, '}'), ',')
  from (
    select kind, subject_key, rank
    from api.search($1)
    order by rank desc, subject_id
    limit 10
  ) s
), ']}}')
