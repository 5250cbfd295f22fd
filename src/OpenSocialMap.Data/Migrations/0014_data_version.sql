-- The data's version: a number that every write moves, so that whoever keeps an answer knows whether it still holds. It moves at the
-- write's commit, in the same transaction, and the commit tells every server by NOTIFY on the channel socialmap_data.

create table core.data_version (
  only_one boolean primary key default true check (only_one),
  version bigint not null
);

-- It begins at the clock's milliseconds: a database that is made anew never repeats a version of the one before it.
insert into core.data_version (version)
values ((extract(epoch from clock_timestamp()) * 1000)::bigint);

create view api.data_version as
select version
from core.data_version;

-- One row per transaction that wrote, because a deferred trigger fires once per row.
create unlogged table core.moved (
  transaction xid8 primary key default pg_current_xact_id()
);

create function core.note_write()
returns trigger
language plpgsql
as $$
begin
  insert into core.moved
  default values
  on conflict do nothing;
  return null;
end
$$;

create function core.move_version()
returns trigger
language plpgsql
as $$
declare
  moved bigint;
begin
  -- The lock that settling takes, taken first here too: two commits that took the two in turn would wait for each other.
  perform pg_advisory_xact_lock(hashtextextended('core.settle', 0));

  delete from core.moved
  where transaction = new.transaction;

  update core.data_version
  set version = version + 1
  returning version into moved;

  perform pg_notify('socialmap_data', moved::text);
  return null;
end
$$;

create constraint trigger move_version
after insert on core.moved
deferrable initially deferred
for each row execute function core.move_version();

-- Has every table that a view of api shows, directly or through other views, move the version. A migration that shows a new table calls
-- it again.
create procedure core.watch_shown_tables()
language plpgsql
as $$
declare
  shown regclass;
begin
  for shown in
    with recursive relation (oid, kind) as (
      select oid, relkind
      from pg_class
      where relnamespace = 'api'::regnamespace
        and relkind = 'v'
      union
      select behind.oid, behind.relkind
      from relation
      join pg_rewrite rule
        on rule.ev_class = relation.oid
      join pg_depend needs
        on needs.classid = 'pg_rewrite'::regclass
       and needs.objid = rule.oid
       and needs.refclassid = 'pg_class'::regclass
      join pg_class behind
        on behind.oid = needs.refobjid
      where relation.kind = 'v'
    )
    select oid
    from relation
    where kind = 'r'
      and oid <> 'core.data_version'::regclass
      and not exists (
        select
        from pg_trigger
        where tgrelid = relation.oid
          and tgname = 'note_write'
      )
    order by oid::regclass::text
  loop
    execute format(
      'create trigger note_write after insert or update or delete or truncate on %s for each statement execute function core.note_write()',
      shown
    );
  end loop;
end
$$;

call core.watch_shown_tables();

revoke execute
    on all functions in schema core, api
  from public;

revoke execute
    on all procedures in schema core
  from public;
