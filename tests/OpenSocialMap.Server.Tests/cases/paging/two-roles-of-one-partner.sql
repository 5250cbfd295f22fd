select r.*, case when r.f0 is null then coalesce((
  select slug
  from api.activity
  where similarity(slug, $1) > 0.2
  order by similarity(slug, $1) desc, slug
  limit 1
), '') end as c0
from (
  select (
    select concat('{"first":', (
      select concat('{"totalCount":', (
        select count(*)
        from api.partner t2
        join api.activity_partner t2_link on t2_link.partner_key = t2.key
        where t2_link.activity_key = t0.key and t2.slug = $2
      ), ',"edges":[', string_agg(concat('{"role":"', t1.link_role, '","node":{"slug":"', t1.slug, '"},"cursor":', concat('"', translate(encode(convert_to(concat('["name,key,role",', coalesce(to_json(t1.o0), 'null'), ',', coalesce(to_json(t1.o1), 'null'), ',', coalesce(to_json(t1.o2), 'null'), ']'), 'UTF8'), 'base64'), E'+/=\n', '-_'), '"'), '}'), ',') filter (where t1.page_row <= 1), '],"pageInfo":{"hasNextPage":', (count(*) > 1)::text, '}}')
      from (
        select t1.*, row_number() over () as page_row, count(*) over () as page_rows
        from (
          select t1_link.role as link_role, t1.name as o0, t1.key as o1, t1_link.role as o2, t1.slug
          from api.partner t1
          join api.activity_partner t1_link on t1_link.partner_key = t1.key
          where t1_link.activity_key = t0.key and t1.slug = $3
          order by t1.name, t1.key, t1_link.role
          limit 1 + 1
        ) t1
      ) t1
    ), ',"second":', (
      select concat('{"edges":[', string_agg(concat('{"role":"', t3.link_role, '","node":{"slug":"', t3.slug, '"}}'), ',') filter (where t3.page_row <= 1), '],"pageInfo":{"hasNextPage":', (count(*) > 1)::text, ',"hasPreviousPage":', (exists (
        select
        from api.partner t4
        join api.activity_partner t4_link on t4_link.partner_key = t4.key
        where t4_link.activity_key = t0.key and t4.slug = $4 and ((t4.name, t4.key, t4_link.role) > ($5, $6, $7)) is not true
      ))::text, '}}')
      from (
        select t3.*, row_number() over () as page_row, count(*) over () as page_rows
        from (
          select t3_link.role as link_role, t3.slug
          from api.partner t3
          join api.activity_partner t3_link on t3_link.partner_key = t3.key
          where t3_link.activity_key = t0.key and t3.slug = $8 and (t3.name, t3.key, t3_link.role) > ($9, $10, $11)
          order by t3.name, t3.key, t3_link.role
          limit 1 + 1
        ) t3
      ) t3
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
    select version
    from api.data_version
  ) as version offset 0
) r
