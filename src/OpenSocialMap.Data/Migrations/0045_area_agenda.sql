-- What is on in an area, in the order of the agenda: the next twenty of a wijk are the first twenty of its part of an index, however large the
-- rest of the country is.

create table core.area_agenda (
  area_key int not null references core.area on delete cascade,
  agenda_at timestamptz not null,
  occurrence_key int not null references core.occurrence on delete cascade,
  primary key (area_key, agenda_at, occurrence_key)
);

create index area_agenda_occurrence on core.area_agenda (occurrence_key);

-- An occurrence is where its activity is; the few that are elsewhere are where their own place is.
create view core.area_agenda_wanted as
select
  area_activity.area_key,
  occurrence.agenda_at,
  occurrence.key as occurrence_key,
  occurrence.activity_key,
  occurrence.place_key
from core.occurrence
join core.area_activity
  on area_activity.activity_key = occurrence.activity_key
where occurrence.place_key is null
union all
select
  area_place.area_key,
  occurrence.agenda_at,
  occurrence.key,
  occurrence.activity_key,
  occurrence.place_key
from core.occurrence
join core.area_place
  on area_place.place_key = occurrence.place_key;

insert into core.area_agenda (area_key, agenda_at, occurrence_key)
select area_key, agenda_at, occurrence_key
from core.area_agenda_wanted;

create function core.keep_added_agenda()
returns trigger
language plpgsql
as $$
begin
  insert into core.area_agenda (area_key, agenda_at, occurrence_key)
  select wanted.area_key, wanted.agenda_at, wanted.occurrence_key
  from added
  join core.area_agenda_wanted wanted
    on wanted.occurrence_key = added.key;
  return null;
end
$$;

create trigger keep_added_agenda
after insert on core.occurrence
referencing new table as added
for each statement execute function core.keep_added_agenda();

create function core.keep_changed_agenda()
returns trigger
language plpgsql
as $$
declare
  moved int[] := array(
    select after.key
    from before
    join after
      using (key)
    where (before.activity_key, before.place_key, before.agenda_at) is distinct from (after.activity_key, after.place_key, after.agenda_at)
  );
begin
  if moved <> '{}' then
    delete from core.area_agenda
    where occurrence_key = any (moved);

    insert into core.area_agenda (area_key, agenda_at, occurrence_key)
    select area_key, agenda_at, occurrence_key
    from core.area_agenda_wanted
    where occurrence_key = any (moved);
  end if;
  return null;
end
$$;

create trigger keep_changed_agenda
after update on core.occurrence
referencing old table as before new table as after
for each statement execute function core.keep_changed_agenda();

-- An activity or a place that lies in an area, or no longer does, takes along what is on there.
create function core.keep_agenda_inside()
returns trigger
language plpgsql
as $$
begin
  if tg_table_name = 'area_activity' then
    insert into core.area_agenda (area_key, agenda_at, occurrence_key)
    select linked.area_key, occurrence.agenda_at, occurrence.key
    from linked
    join core.occurrence
      on occurrence.activity_key = linked.activity_key
     and occurrence.place_key is null;
  else
    insert into core.area_agenda (area_key, agenda_at, occurrence_key)
    select linked.area_key, occurrence.agenda_at, occurrence.key
    from linked
    join core.occurrence
      on occurrence.place_key = linked.place_key;
  end if;
  return null;
end
$$;

create function core.drop_agenda_inside()
returns trigger
language plpgsql
as $$
begin
  if tg_table_name = 'area_activity' then
    delete from core.area_agenda
    using unlinked, core.occurrence
    where occurrence.activity_key = unlinked.activity_key
      and occurrence.place_key is null
      and area_agenda.area_key = unlinked.area_key
      and area_agenda.agenda_at = occurrence.agenda_at
      and area_agenda.occurrence_key = occurrence.key;
  else
    delete from core.area_agenda
    using unlinked, core.occurrence
    where occurrence.place_key = unlinked.place_key
      and area_agenda.area_key = unlinked.area_key
      and area_agenda.agenda_at = occurrence.agenda_at
      and area_agenda.occurrence_key = occurrence.key;
  end if;
  return null;
end
$$;

create trigger keep_agenda
after insert on core.area_activity
referencing new table as linked
for each statement execute function core.keep_agenda_inside();

create trigger drop_agenda
after delete on core.area_activity
referencing old table as unlinked
for each statement execute function core.drop_agenda_inside();

create trigger keep_agenda
after insert on core.area_place
referencing new table as linked
for each statement execute function core.keep_agenda_inside();

create trigger drop_agenda
after delete on core.area_place
referencing old table as unlinked
for each statement execute function core.drop_agenda_inside();

create view api.area_agenda as
select
  area_key,
  agenda_at,
  occurrence_key
from core.area_agenda;

call core.watch_shown_tables();

revoke execute
    on all functions in schema core, api
  from public;
