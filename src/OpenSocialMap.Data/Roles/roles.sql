-- The roles of the cluster. Several servers may do this at once, for several databases: whoever comes second finds them made.

do $$
begin
  create role socialmap_reader login;
exception
  when duplicate_object or unique_violation then
    null;
end
$$;

do $$
begin
  create role socialmap_steward nologin;
exception
  when duplicate_object or unique_violation then
    null;
end
$$;
