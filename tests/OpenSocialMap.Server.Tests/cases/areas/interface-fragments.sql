select r.*, case when r.f0 is null then coalesce((
  select slug
  from api.wijkkrant
  where similarity(slug, $1) > 0.2
  order by similarity(slug, $1) desc, slug
  limit 1
), '') end as c0
from (
  select (
    select concat('{"areas":', (
      select concat('{"nodes":[', string_agg(case t1.kind when 'BUURT' then concat('{"__typename":', concat('"', case t1.kind when 'BUURT' then 'Buurt' when 'MUNICIPALITY' then 'Municipality' when 'WERKGEBIED' then 'Werkgebied' when 'WIJK' then 'Wijk' end, '"'), ',"id":"', t1.id, '","name":', to_json(t1.name), ',"postcode4":', coalesce(to_json(t1.postcode4), 'null'), ',"wijk":', (
        select concat('{"name":', to_json(t2.name), '}')
        from api.wijk t2
        where t2.key = t1.wijk_key
      ), ',"code":', coalesce('"' || t1.code || '"', 'null'), '}') when 'MUNICIPALITY' then concat('{"__typename":', concat('"', case t1.kind when 'BUURT' then 'Buurt' when 'MUNICIPALITY' then 'Municipality' when 'WERKGEBIED' then 'Werkgebied' when 'WIJK' then 'Wijk' end, '"'), ',"id":"', t1.id, '","name":', to_json(t1.name), ',"code":', coalesce('"' || t1.code || '"', 'null'), '}') when 'WERKGEBIED' then concat('{"__typename":', concat('"', case t1.kind when 'BUURT' then 'Buurt' when 'MUNICIPALITY' then 'Municipality' when 'WERKGEBIED' then 'Werkgebied' when 'WIJK' then 'Wijk' end, '"'), ',"id":"', t1.id, '","name":', to_json(t1.name), ',"code":', coalesce('"' || t1.code || '"', 'null'), '}') when 'WIJK' then concat('{"__typename":', concat('"', case t1.kind when 'BUURT' then 'Buurt' when 'MUNICIPALITY' then 'Municipality' when 'WERKGEBIED' then 'Werkgebied' when 'WIJK' then 'Wijk' end, '"'), ',"id":"', t1.id, '","name":', to_json(t1.name), ',"officialName":', coalesce(to_json(t1.official_name), 'null'), ',"buurten":', (
        select concat('{"totalCount":', (
          select count(*)
          from api.buurt t4
          where t4.wijk_key = t1.key
        ), '}')
      ), ',"code":', coalesce('"' || t1.code || '"', 'null'), '}') end, ','), ']}')
      from (
        select t1.kind, t1.id, t1.name, t1.postcode4, t1.wijk_key, t1.code, t1.official_name, t1.key
        from api.area t1
        join api.wijkkrant_area t1_link on t1_link.area_key = t1.key
        where t1_link.wijkkrant_key = t0.key
        order by t1.name, t1.key
        limit 20
      ) t1
    ), '}')
    from api.wijkkrant t0
    where t0.key = coalesce((
      select key
      from api.wijkkrant
      where slug = $1
    ), (
      select f.key
      from api.wijkkrant f
      join api.alternate_name n on n.subject_id = f.id
      where n.slug = $1
      limit 1
    ))
  ) as f0, (
    select version
    from api.data_version
  ) as version offset 0
) r
