select r.*, case when r.f0 is null then coalesce((
  select slug
  from api.activity
  where similarity(slug, $1) > 0.2
  order by similarity(slug, $1) desc, slug
  limit 1
), '') end as c0, case when r.f1 is null then coalesce((
  select slug
  from api.partner
  where similarity(slug, $2) > 0.2
  order by similarity(slug, $2) desc, slug
  limit 1
), '') end as c1
from (
  select (
    select concat('{"organiser":', coalesce((
      select concat('{"slug":"', t1.slug, '"}')
      from api.partner t1
      where t1.key = t0.organiser_key
    ), 'null'), ',"partners":', (
      select concat('{"edges":[', string_agg(concat('{"role":"', t2.link_role, '","node":{"slug":"', t2.slug, '"}}'), ','), ']}')
      from (
        select t2_link.role as link_role, t2.slug
        from api.partner t2
        join api.activity_partner t2_link on t2_link.partner_key = t2.key
        where t2_link.activity_key = t0.key
        order by t2.name, t2.key, t2_link.role
        limit 20
      ) t2
    ), '}')
    from api.activity t0
    where t0.key = coalesce((
      select key
      from api.activity
      where slug = $1
    ), (
      select f.key
      from api.activity f
      join api.alternate_name n on n.subject_id = f.id
      where n.slug = $1
      limit 1
    ))
  ) as f0, (
    select concat('{"activities":', (
      select concat('{"edges":[', string_agg(concat('{"role":"', t4.link_role, '","node":{"slug":"', t4.slug, '"}}'), ','), ']}')
      from (
        select t4_link.role as link_role, t4.slug
        from api.activity t4
        join api.activity_partner t4_link on t4_link.activity_key = t4.key
        where t4_link.partner_key = t3.key
        order by t4.name, t4.key, t4_link.role
        limit 20
      ) t4
    ), '}')
    from api.partner t3
    where t3.key = coalesce((
      select key
      from api.partner
      where slug = $2
    ), (
      select f.key
      from api.partner f
      join api.alternate_name n on n.subject_id = f.id
      where n.slug = $2
      limit 1
    ))
  ) as f1, (
    select version
    from api.data_version
  ) as version offset 0
) r
