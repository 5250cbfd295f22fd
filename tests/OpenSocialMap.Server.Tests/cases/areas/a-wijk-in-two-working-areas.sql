select r.*, case when r.f0 is null then '' end as c0
from (
  select (
    select concat('{"name":', to_json(t0.name), ',"werkgebieden":', (
      select concat('{"edges":[', string_agg(concat('{"reason":', to_json(t1.link_reason), ',"node":', concat('{"slug":', to_json(t1.slug), '}'), '}'), ','), ']}')
      from (
        select t1.*, t1_link.coverage as link_coverage, t1_link.reason as link_reason, t1_link.provenance_source_key as link_provenance_source_key, t1_link.provenance_locator as link_provenance_locator, t1_link.provenance_stated_on as link_provenance_stated_on, t1_link.provenance_confirmed_on as link_provenance_confirmed_on, t1_link.provenance_note as link_provenance_note
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
