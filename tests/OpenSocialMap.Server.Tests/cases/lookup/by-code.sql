select r.*, case when r.f0 is null then '' end as c0
from (
  select (
    select concat('{"name":', to_json(t0.name), ',"officialName":', coalesce(to_json(t0.official_name), 'null'), ',"code":', coalesce('"' || t0.code || '"', 'null'), ',"slug":"', t0.slug, '"}')
    from api.wijk t0
    where t0.code = $1
  ) as f0, (
    select version
    from api.data_version
  ) as version offset 0
) r
