select r.*, case when r.f0 is null then '' end as c0
from (
  select (
    select concat('{"name":', to_json(t0.name), ',"werkgebieden":', (
      select concat('{"edges":[', string_agg(concat('{"reason":', to_json(t1.link_reason), ',"node":{"slug":"', t1.slug, '"}}'), ','), ']}')
      from (
        select t1_link.reason as link_reason, t1.slug
        from api.werkgebied t1
        join api.werkgebied_wijk t1_link on t1_link.werkgebied_key = t1.key
        where t1_link.wijk_key = t0.key
        order by t1.name, t1.key
        limit 20
      ) t1
    ), '}')
    from api.wijk t0
    where t0.code = $1
  ) as f0, (
    select version
    from api.data_version
  ) as version offset 0
) r
