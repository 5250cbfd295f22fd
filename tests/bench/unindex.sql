-- Drops the indexes that nobody needs while much is loaded: those that aren't unique, of the tables in the setting bench.tables. reindex.sql makes them again.

create temporary table later as
select pg_get_indexdef(indexrelid) as definition, indexrelid::regclass as name
from pg_index
where indrelid = any (current_setting('bench.tables')::regclass[])
  and not indisunique;

do $$
declare
  index regclass;
begin
  for index in select name from later loop
    execute format('drop index %s', index);
  end loop;
end
$$;
