select r.*, case when r.f0 is null then coalesce((
  select slug
  from api.wijk
  where similarity(slug, $1) > 0.2
  order by similarity(slug, $1) desc, slug
  limit 1
), '') end as c0, case when r.f1 is null then coalesce((
  select slug
  from api.buurt
  where similarity(slug, $2) > 0.2
  order by similarity(slug, $2) desc, slug
  limit 1
), '') end as c1, case when r.f2 is null then coalesce((
  select slug
  from api.werkgebied
  where similarity(slug, $3) > 0.2
  order by similarity(slug, $3) desc, slug
  limit 1
), '') end as c2, case when r.f3 is null then coalesce((
  select slug
  from api.municipality
  where similarity(slug, $4) > 0.2
  order by similarity(slug, $4) desc, slug
  limit 1
), '') end as c3
from (
  select (
    select concat('{"code":', coalesce('"' || t0.code || '"', 'null'), '}')
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
    select concat('{"code":', coalesce('"' || t1.code || '"', 'null'), ',"wijk":', (
      select concat('{"code":', coalesce('"' || t2.code || '"', 'null'), '}')
      from api.wijk t2
      where t2.key = t1.wijk_key
    ), '}')
    from api.buurt t1
    where t1.key = coalesce((
      select key
      from api.buurt
      where slug = $2
    ), (
      select f.key
      from api.buurt f
      join api.alternate_name n on n.subject_id = f.id
      where n.slug = $2
      limit 1
    ))
  ) as f1, (
    select concat('{"name":', to_json(t3.name), ',"code":', coalesce('"' || t3.code || '"', 'null'), '}')
    from api.werkgebied t3
    where t3.key = coalesce((
      select key
      from api.werkgebied
      where slug = $3
    ), (
      select f.key
      from api.werkgebied f
      join api.alternate_name n on n.subject_id = f.id
      where n.slug = $3
      limit 1
    ))
  ) as f2, (
    select concat('{"code":', coalesce('"' || t4.code || '"', 'null'), ',"inhabitants":', coalesce(t4.inhabitants::text, 'null'), ',"households":', coalesce(t4.households::text, 'null'), '}')
    from api.municipality t4
    where t4.key = coalesce((
      select key
      from api.municipality
      where slug = $4
    ), (
      select f.key
      from api.municipality f
      join api.alternate_name n on n.subject_id = f.id
      where n.slug = $4
      limit 1
    ))
  ) as f3, (
    select version
    from api.data_version
  ) as version offset 0
) r
