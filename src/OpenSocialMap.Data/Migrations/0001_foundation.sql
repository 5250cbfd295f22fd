-- Extensions, schemas and the few functions that every table leans on.
-- The roles exist already: they belong to the whole cluster, so they are made before any migration runs (Roles/roles.sql).

create extension if not exists postgis with schema public;
create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;

create schema if not exists core;
create schema restricted;
create schema api;

comment on schema core is 'Editorial data, drafts and history included. Only the owner comes here.';
comment on schema restricted is 'Raw counts behind the figures. Only socialmap_steward reads here.';
comment on schema api is 'What is published, and nothing else. All that socialmap_reader sees.';

revoke create on schema public from public;

grant usage
   on schema api
   to socialmap_reader;

grant usage
   on schema restricted
   to socialmap_steward;

-- What a later migration adds to api or restricted, its role may read; it never has to say so again.
alter default privileges in schema api
grant select
   on tables
   to socialmap_reader;

alter default privileges in schema api
grant execute
   on functions
   to socialmap_reader;

alter default privileges in schema restricted
grant select
   on tables
   to socialmap_steward;

-- Dutch stemming that also finds "cafe" in "café". It stands in api because the reader's searches name it.
create text search configuration api.dutch (copy = pg_catalog.dutch);

alter text search configuration api.dutch
alter mapping for hword, hword_part, word
 with public.unaccent, dutch_stem;

create function core.is_slug(value text)
returns boolean
language sql
immutable parallel safe
return value ~ '^[a-z0-9]+(-[a-z0-9]+)*$';

-- Crockford's base 32: no i, l, o or u, so an id survives being read aloud.
create function core.is_id(value text, prefix text)
returns boolean
language sql
immutable parallel safe
return value ~ ('^' || prefix || '_[0-9a-hjkmnp-tv-z]{16}$');

create function core.is_website(value text)
returns boolean
language sql
immutable parallel safe
return value ~ '^https?://[^/\s]+(/\S*)?$';

-- ISO 8601 with reduced precision: 2022, 2022-10 or 2022-10-11.
create function core.is_reduced_date(value text)
returns boolean
language sql
immutable parallel safe
return value ~ '^[12]\d{3}(-(0[13578]|1[02])(-(0[1-9]|[12]\d|3[01]))?|-(0[469]|11)(-(0[1-9]|[12]\d|30))?|-02(-(0[1-9]|[12]\d))?)?$';

-- A time period as SDMX writes the common ones: a reduced date, a quarter, a half year.
create function core.is_time_period(value text)
returns boolean
language sql
immutable parallel safe
return core.is_reduced_date(value) or value ~ '^[12]\d{3}-(Q[1-4]|S[12])$';

-- An ISO 8601 duration of whole days and longer, such as P1W.
create function core.is_duration(value text)
returns boolean
language sql
immutable parallel safe
return value ~ '^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$';

-- Each row keeps the moment its content last changed. The arguments name the columns that are derived:
-- those may move without the record being touched, and a client that asks "what changed since" must not see it again.
create function core.keep_modified_at()
returns trigger
language plpgsql
as $$
begin
  new.created_at := old.created_at;
  if to_jsonb(new) - tg_argv::text[] - 'modified_at' = to_jsonb(old) - tg_argv::text[] - 'modified_at' then
    new.modified_at := old.modified_at;
  else
    new.modified_at := now();
  end if;
  return new;
end
$$;
