select (
  select concat('{"totalCount":', (
    select count(*)
    from api.wijk t1
  ), ',"nodes":[', string_agg(concat('{"code":', coalesce('"' || t0.code || '"', 'null'), '}'), ',') filter (where t0.page_row <= 3), '],"edges":[', string_agg(concat('{"cursor":', concat('"', translate(encode(convert_to(concat('["code,key",', coalesce(to_json(t0.o0), 'null'), ',', coalesce(to_json(t0.o1), 'null'), ']'), 'UTF8'), 'base64'), E'+/=\n', '-_'), '"'), '}'), ',') filter (where t0.page_row <= 3), '],"pageInfo":{"hasNextPage":', (count(*) > 3)::text, ',"hasPreviousPage":false,"startCursor":', coalesce(max(concat('"', translate(encode(convert_to(concat('["code,key",', coalesce(to_json(t0.o0), 'null'), ',', coalesce(to_json(t0.o1), 'null'), ']'), 'UTF8'), 'base64'), E'+/=\n', '-_'), '"')) filter (where t0.page_row = 1 and 3 > 0), 'null'), ',"endCursor":', coalesce(max(concat('"', translate(encode(convert_to(concat('["code,key",', coalesce(to_json(t0.o0), 'null'), ',', coalesce(to_json(t0.o1), 'null'), ']'), 'UTF8'), 'base64'), E'+/=\n', '-_'), '"')) filter (where t0.page_row = least(3, t0.page_rows) and 3 > 0), 'null'), '}}')
  from (
    select t0.*, row_number() over () as page_row, count(*) over () as page_rows
    from (
      select t0.code as o0, t0.key as o1, t0.code
      from api.wijk t0
      order by t0.code, t0.key
      limit 3 + 1
    ) t0
  ) t0
) as f0, (
  select version
  from api.data_version
) as version
