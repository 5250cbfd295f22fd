select r.*, case when r.f0 is null then '' end as c0
from (
  select (
    select concat('{"a":', to_json(t0.name), ',"d":', to_json(t0.name), ',"code":', coalesce('"' || t0.code || '"', 'null'), ',"municipality":', (
      select '{}'
      from api.municipality t1
      where t1.key = t0.municipality_key
    ), '}')
    from api.wijk t0
    where t0.code = $1
  ) as f0, (
    select version
    from api.data_version
  ) as version offset 0
) r
