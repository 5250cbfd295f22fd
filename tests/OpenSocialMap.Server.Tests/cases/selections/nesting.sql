select r.*, case when r.f0 is null then coalesce((
  select slug
  from api.werkgebied
  where similarity(slug, $1) > 0.2
  order by similarity(slug, $1) desc, slug
  limit 1
), '') end as c0
from (
  select (
    select concat('{"wijken":', (
      select concat('{"nodes":[', string_agg(concat('{"name":', to_json(t1.name), ',"buurten":', (
        select concat('{"totalCount":', (
          select count(*)
          from api.buurt t3
          where t3.wijk_key = t1.key
        ), ',"nodes":[', string_agg(concat('{"name":', to_json(t2.name), ',"inhabitants":', coalesce(t2.inhabitants::text, 'null'), ',"wijk":', (
          select concat('{"name":', to_json(t4.name), ',"municipality":', (
            select concat('{"wijken":', (
              select concat('{"nodes":[', string_agg(concat('{"code":', coalesce('"' || t6.code || '"', 'null'), '}'), ',' order by t6.page_row desc), ']}')
              from (
                select t6.*, row_number() over () as page_row
                from (
                  select t6.code
                  from api.wijk t6
                  where t6.municipality_key = t5.key
                  order by t6.code desc, t6.key desc
                  limit 1
                ) t6
              ) t6
            ), '}')
            from api.municipality t5
            where t5.key = t4.municipality_key
          ), '}')
          from api.wijk t4
          where t4.key = t2.wijk_key
        ), '}'), ','), ']}')
        from (
          select t2.name, t2.inhabitants, t2.wijk_key
          from api.buurt t2
          where t2.wijk_key = t1.key
          order by t2.inhabitants desc, t2.key desc
          limit 2
        ) t2
      ), '}'), ','), ']}')
      from (
        select t1.name, t1.key
        from api.wijk t1
        join api.werkgebied_wijk t1_link on t1_link.wijk_key = t1.key
        where t1_link.werkgebied_key = t0.key
        order by t1.name, t1.key
        limit 2
      ) t1
    ), '}')
    from api.werkgebied t0
    where t0.key = coalesce((
      select key
      from api.werkgebied
      where slug = $1
    ), (
      select f.key
      from api.werkgebied f
      join api.alternate_name n on n.subject_id = f.id
      where n.slug = $1
      limit 1
    ))
  ) as f0, (
    select version
    from api.data_version
  ) as version offset 0
) r
