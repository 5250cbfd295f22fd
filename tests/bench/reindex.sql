-- Makes the indexes that unindex.sql dropped.

do $$
declare
  made text;
begin
  for made in select definition from later loop
    execute made;
  end loop;
end
$$;
