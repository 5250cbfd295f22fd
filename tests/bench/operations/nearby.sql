-- \set x random(0, 6800)
-- \set y random(0, 3400)
-- $1 latitude float8
-- $1 = 52.156 + :y / 100000.0
-- $2 longitude float8
-- $2 = 5.389 + :x / 100000.0
select concat('{"meetingPlaces":{"edges":[', (
  select string_agg(concat(
    '{"distance":', round(p.distance::numeric, 1),
    ',"node":{"id":"', p.id,
    '","name":', to_json(p.name),
    ',"kind":', coalesce('"' || p.kind || '"', 'null'),
    ',"latitude":', coalesce(st_y(p.location)::text, 'null'),
    ',"longitude":', coalesce(st_x(p.location)::text, 'null'),
    ',"address":', case when num_nonnulls(p.address_street_address, p.address_postal_code, p.address_note) = 0 then 'null' else concat(
      '{"streetAddress":', coalesce(to_json(p.address_street_address), 'null'),
      ',"postalCode":', coalesce(to_json(p.address_postal_code), 'null'), '}'
    ) end,
    '}}'
  ), ',')
  from (
    select
      p.id, p.name, p.kind, p.location, p.address_street_address, p.address_postal_code, p.address_note,
      p.location_rd <-> here.point as distance
    from (
      select st_transform(st_setsrid(st_makepoint($2, $1), 4326), 28992) as point
      offset 0
    ) here
    join api.meeting_place p
      on st_dwithin(p.location_rd, here.point, 1000)
    order by p.location_rd <-> here.point, p.key
    limit 50
  ) p
), ']}}')
