-- Tiles mark what is stale, as every other output does. Farther away than zoom 10 a tile may hold a country, and nobody tells one point from another.

-- Nearer than a layer's first zoom nothing is left out; farther away a tile would hold too much, and is empty.
create or replace function api.tile(layer text, z int, x int, y int)
returns bytea
language plpgsql
stable parallel safe
as $$
declare
  envelope constant geometry := public.st_tileenvelope(z, x, y);
  -- What lies just outside is in the tile too, so that lines and symbols don't end at its edge.
  around constant geometry := public.st_transform(public.st_tileenvelope(z, x, y, margin => 64.0 / 4096), 4326);
  extent constant int := 4096;
  buffer constant int := 64;
  -- Half a pixel of a tile that is drawn 512 pixels wide: what is finer nobody sees.
  tolerance constant float8 := 40075016.68 / 2 ^ z / 1024;
  tile bytea;
begin
  case layer
    when 'wijken' then
      if z >= 6 then
        select public.st_asmvt(feature, layer, extent, 'geometry')
        into tile
        from (
          select
            area.id, area.slug, area.name, area.code,
            public.st_asmvtgeom(public.st_simplify(public.st_transform(area.geometry, 3857), tolerance, true), envelope, extent, buffer) as geometry
          from api.wijk area
          where area.geometry operator(public.&&) around
          order by area.key
        ) feature
        where feature.geometry is not null;
      end if;
    when 'buurten' then
      if z >= 9 then
        select public.st_asmvt(feature, layer, extent, 'geometry')
        into tile
        from (
          select
            area.id, area.slug, area.name, area.code,
            public.st_asmvtgeom(public.st_simplify(public.st_transform(area.geometry, 3857), tolerance, true), envelope, extent, buffer) as geometry
          from api.buurt area
          where area.geometry operator(public.&&) around
          order by area.key
        ) feature
        where feature.geometry is not null;
      end if;
    when 'places' then
      if z >= 8 then
        select public.st_asmvt(feature, layer, extent, 'geometry')
        into tile
        from (
          select
            place.id, place.slug, place.name, place.kind, place.location_precision,
            case when z >= 10 then (select is_stale from api.freshness where key = place.id) end as is_stale,
            public.st_asmvtgeom(public.st_transform(place.location, 3857), envelope, extent, buffer) as geometry
          from api.meeting_place place
          where place.location operator(public.&&) around
          order by place.key
        ) feature
        where feature.geometry is not null;
      end if;
    when 'activities' then
      if z >= 8 then
        select public.st_asmvt(feature, layer, extent, 'geometry')
        into tile
        from (
          select
            activity.id, activity.slug, activity.name, array_to_string(activity.themes, ',') as themes,
            place.name as place, activity.location_precision,
            case when z >= 10 then (select is_stale from api.freshness where key = activity.id) end as is_stale,
            public.st_asmvtgeom(public.st_transform(activity.location, 3857), envelope, extent, buffer) as geometry
          from api.activity
          left join api.meeting_place place
            on place.key = activity.place_key
          where activity.location operator(public.&&) around
          order by activity.key
        ) feature
        where feature.geometry is not null;
      end if;
  end case;
  return coalesce(tile, '');
end
$$;
