-- What each session of the reader starts with, in this database. Repeated at each start, because a copied or restored database loses it.
-- A role may change most of these for itself (set statement_timeout = 0): PostgreSQL has no way to forbid that, and a read-only default
-- can be lifted likewise. It holds because the server sends no SQL text but its own; what a role can't lift are its privileges, and
-- the reader has none to write or to see anything but api.

do $$
declare
  wanted text[] := array[
    'default_transaction_read_only=on',
    'statement_timeout=3s',
    'lock_timeout=1s',
    'idle_in_transaction_session_timeout=10s',
    -- public holds the functions and operators of PostGIS and nothing else; nobody may create there.
    'search_path=api, public',
    -- Every statement is prepared and run many times; planning a spatial one anew costs more than running it.
    'plan_cache_mode=force_generic_plan',
    'jit=off',
    'timezone=UTC',
    'datestyle=ISO',
    'client_min_messages=warning'
  ];
  setting text;
begin
  if wanted is distinct from (
    select setconfig
    from pg_db_role_setting
    where setdatabase = (select oid from pg_database where datname = current_database())
      and setrole = 'socialmap_reader'::regrole
  ) then
    execute format('alter role socialmap_reader in database %I reset all', current_database());
    foreach setting in array wanted loop
      execute format(
        'alter role socialmap_reader in database %I set %s = %s',
        current_database(),
        split_part(setting, '=', 1),
        -- search_path takes a list of names, the others one value.
        case when setting like 'search_path=%' then split_part(setting, '=', 2) else quote_literal(split_part(setting, '=', 2)) end
      );
    end loop;
  end if;

  -- PostgreSQL lets everybody make temporary tables; a copied database forgets that we don't.
  if has_database_privilege('socialmap_reader', current_database(), 'temporary') then
    execute format('revoke temporary on database %I from public', current_database());
  end if;
  execute format('grant connect on database %I to socialmap_reader', current_database());
end
$$;
