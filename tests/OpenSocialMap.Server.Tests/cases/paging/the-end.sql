select (
  select concat('{"totalCount":', (
    select count(*)
    from api.wijk t1
  ), ',"pageInfo":{"hasNextPage":', (count(*) > 13)::text, ',"hasPreviousPage":false}}')
  from (
    select t0.*, row_number() over () as page_row, count(*) over () as page_rows
    from (
      select 
      from api.wijk t0
      order by t0.name, t0.key
      limit 13 + 1
    ) t0
  ) t0
) as f0, (
  select concat('{"nodes":[', string_agg(concat('{"code":', coalesce('"' || t2.code || '"', 'null'), '}'), ',' order by t2.page_row desc) filter (where t2.page_row <= 2), '],"pageInfo":{"hasNextPage":false,"hasPreviousPage":', (count(*) > 2)::text, '}}')
  from (
    select t2.*, row_number() over () as page_row, count(*) over () as page_rows
    from (
      select t2.code
      from api.wijk t2
      order by t2.code desc, t2.key desc
      limit 2 + 1
    ) t2
  ) t2
) as f1, (
  select concat('{"pageInfo":{"hasNextPage":false,"hasPreviousPage":', (count(*) > 13)::text, '}}')
  from (
    select t3.*, row_number() over () as page_row, count(*) over () as page_rows
    from (
      select 
      from api.wijk t3
      order by t3.name desc, t3.key desc
      limit 13 + 1
    ) t3
  ) t3
) as f2, (
  select version
  from api.data_version
) as version
