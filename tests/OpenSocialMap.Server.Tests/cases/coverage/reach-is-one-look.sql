select r.*, case when r.f0 is null then coalesce((
  select slug
  from api.wijk
  where similarity(slug, $1) > 0.2
  order by similarity(slug, $1) desc, slug
  limit 1
), '') end as c0
from (
  select (
    select concat('{"walkInReach":', coalesce((
      select concat('{"share":', coalesce(t1.share::text, 'null'), '}')
      from api.walk_in_reach t1
      where t1.area_key = t0.key and t1.metres = $2
    ), 'null'), '}')
    from api.wijk t0
    where t0.key = coalesce((
      select key
      from api.wijk
      where slug = $1
    ), (
      select f.key
      from api.wijk f
      join api.alternate_name n on n.subject_id = f.id
      where n.slug = $1
      limit 1
    ))
  ) as f0, (
    select version
    from api.data_version
  ) as version offset 0
) r
