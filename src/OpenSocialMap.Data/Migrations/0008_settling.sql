-- Keeping what is derived right. Row triggers only note what a transaction touched; at its commit core.settle works out, once and for
-- all rows together, what follows from that. So the order of writes doesn't matter, nothing is half derived, and a new record
-- appears in api only with everything that belongs to it. "set constraints all immediate" settles at once.

create unlogged table core.stale (
  transaction xid8 not null default pg_current_xact_id(),
  kind text not null,
  key int not null,
  primary key (transaction, kind, key)
);

-- The subjects of names, which are known by id alone and may be written after the name.
create unlogged table core.stale_subject (
  transaction xid8 not null default pg_current_xact_id(),
  subject_id text not null,
  primary key (transaction, subject_id)
);

-- One row per transaction, because a deferred trigger fires once per row.
create unlogged table core.unsettled (
  transaction xid8 primary key default pg_current_xact_id()
);

create function core.mark(kind text, key int)
returns void
language plpgsql
as $$
begin
  if key is null then
    return;
  end if;
  insert into core.stale (kind, key)
  values (mark.kind, mark.key)
  on conflict do nothing;
  insert into core.unsettled
  default values
  on conflict do nothing;
end
$$;

-- Notes the record that a changed row belongs to. Arguments: the record's table and the column that holds its key.
create function core.mark_changed()
returns trigger
language plpgsql
as $$
declare
  old_key int;
  new_key int;
begin
  if current_setting('socialmap.settling', true) = 'on' or (tg_op = 'UPDATE' and old is not distinct from new) then
    return null;
  end if;
  if tg_op <> 'INSERT' then
    execute format('select ($1).%I', tg_argv[1]) into old_key using old;
    perform core.mark(tg_argv[0], old_key);
  end if;
  if tg_op <> 'DELETE' then
    execute format('select ($1).%I', tg_argv[1]) into new_key using new;
    perform core.mark(tg_argv[0], new_key);
  end if;
  return null;
end
$$;

-- The same for a name.
create function core.mark_named()
returns trigger
language plpgsql
as $$
begin
  if current_setting('socialmap.settling', true) = 'on' or (tg_op = 'UPDATE' and old is not distinct from new) then
    return null;
  end if;
  insert into core.stale_subject (subject_id)
  select subject_id
  from unnest(array[old.subject_id, new.subject_id]) as subject_id
  where subject_id is not null
  on conflict do nothing;
  insert into core.unsettled
  default values
  on conflict do nothing;
  return null;
end
$$;

create function core.settle_areas()
returns void
language plpgsql
as $$
begin
  if exists (
    select
    from core.area
    left join core.area wijk
      on wijk.key = area.wijk_key
    left join core.area municipality
      on municipality.key = area.municipality_key
    where wijk.kind <> 'WIJK'
       or municipality.kind <> 'MUNICIPALITY'
  ) or exists (
    select
    from core.werkgebied_wijk
    join core.area werkgebied
      on werkgebied.key = werkgebied_wijk.werkgebied_key
    join core.area wijk
      on wijk.key = werkgebied_wijk.wijk_key
    where werkgebied.kind <> 'WERKGEBIED'
       or wijk.kind <> 'WIJK'
  ) then
    raise check_violation using message = 'an area lies in an area of the wrong kind';
  end if;

  update core.area buurt
  set municipality_key = wijk.municipality_key
  from core.area wijk
  where buurt.kind = 'BUURT'
    and wijk.key = buurt.wijk_key
    and buurt.municipality_key is distinct from wijk.municipality_key;

  update core.area
  set visible = wanted.visible
  from (
    select
      area.key,
      area.published and coalesce(wijk.published, true) and coalesce(municipality.published, true) as visible
    from core.area
    left join core.area wijk
      on wijk.key = area.wijk_key
    left join core.area municipality
      on municipality.key = area.municipality_key
  ) as wanted
  where wanted.key = area.key
    and wanted.visible <> area.visible;

  update core.werkgebied_wijk
  set visible = werkgebied.visible and wijk.visible
  from core.area werkgebied, core.area wijk
  where werkgebied.key = werkgebied_wijk.werkgebied_key
    and wijk.key = werkgebied_wijk.wijk_key
    and werkgebied_wijk.visible <> (werkgebied.visible and wijk.visible);
end
$$;

create function core.settle_places(places int[])
returns void
language plpgsql
as $$
begin
  update core.meeting_place place
  set
    buurt_key = division.buurt_key,
    wijk_key = division.wijk_key,
    municipality_key = division.municipality_key
  from core.place_located
  left join core.area_division division
    on division.area_key = place_located.area_key
  where place.key = any (places)
    and place_located.place_key = place.key
    and (place.buurt_key, place.wijk_key, place.municipality_key)
      is distinct from (division.buurt_key, division.wijk_key, division.municipality_key);

  delete from core.area_place
  where place_key = any (places)
    and (area_key, place_key) not in (
      select area_key, place_key
      from core.area_place_wanted
      where place_key = any (places)
    );

  insert into core.area_place (area_key, place_key)
  select area_key, place_key
  from core.area_place_wanted
  where place_key = any (places)
  on conflict do nothing;
end
$$;

create function core.settle_activities(activities int[])
returns void
language plpgsql
as $$
begin
  update core.activity
  set
    location = division.location,
    location_precision = division.location_precision,
    buurt_key = division.buurt_key,
    wijk_key = division.wijk_key,
    municipality_key = division.municipality_key
  from core.activity_division division
  where activity.key = any (activities)
    and division.activity_key = activity.key
    and (activity.location, activity.location_precision, activity.buurt_key, activity.wijk_key, activity.municipality_key)
      is distinct from (division.location, division.location_precision, division.buurt_key, division.wijk_key, division.municipality_key);

  delete from core.area_activity
  where activity_key = any (activities)
    and (area_key, activity_key) not in (
      select area_key, activity_key
      from core.area_activity_wanted
      where activity_key = any (activities)
    );

  insert into core.area_activity (area_key, activity_key)
  select area_key, activity_key
  from core.area_activity_wanted
  where activity_key = any (activities)
  on conflict do nothing;
end
$$;

-- Links, figures and names show only when all their ends do. The few rows that differ are found over whole tables: links are small.
create function core.settle_visibility()
returns void
language plpgsql
as $$
begin
  update core.activity_partner link
  set visible = activity.published and partner.published
  from core.activity, core.partner
  where activity.key = link.activity_key
    and partner.key = link.partner_key
    and link.visible <> (activity.published and partner.published);

  update core.activity_programme link
  set visible = activity.published and programme.published
  from core.activity, core.programme
  where activity.key = link.activity_key
    and programme.key = link.programme_key
    and link.visible <> (activity.published and programme.published);

  update core.wijkkrant_area link
  set visible = wijkkrant.published and area.visible
  from core.wijkkrant, core.area
  where wijkkrant.key = link.wijkkrant_key
    and area.key = link.area_key
    and link.visible <> (wijkkrant.published and area.visible);

  update core.observation
  set visible = observation.published and indicator.published and area.visible
  from core.indicator, core.area
  where indicator.key = observation.indicator_key
    and area.key = observation.area_key
    and observation.visible <> (observation.published and indicator.published and area.visible);

  update core.alternate_name
  set visible = alternate_name.published and record.visible
  from core.record
  where record.id = alternate_name.subject_id
    and alternate_name.visible <> (alternate_name.published and record.visible);
end
$$;

-- A name has no foreign key to its subject, which may be in any table: this stands in for one.
create function core.settle_subjects()
returns void
language plpgsql
as $$
declare
  lost core.alternate_name;
begin
  select alternate_name.*
  into lost
  from core.alternate_name
  where not exists (
    select
    from core.record
    where record.id = alternate_name.subject_id
  )
  limit 1;
  if found then
    raise foreign_key_violation using message = format('alternate name "%s" has no subject %s', lost.name, lost.subject_id);
  end if;
end
$$;

create function core.settle_search(kinds text[], keys int[])
returns void
language plpgsql
as $$
begin
  delete from core.search_document document
  where document.kind = any (kinds)
    and document.subject_key = any (keys)
    and not exists (
      select
      from core.search_text
      where search_text.kind = document.kind
        and search_text.subject_key = document.subject_key
    );

  insert into core.search_document
  select *
  from core.search_document_wanted
  where kind = any (kinds)
    and subject_key = any (keys)
  on conflict (kind, subject_key) do update
  set
    subject_id = excluded.subject_id,
    name = excluded.name,
    names = excluded.names,
    tsv = excluded.tsv
  where search_document is distinct from excluded;
end
$$;

create function core.settle()
returns trigger
language plpgsql
set search_path = core, public, pg_temp
as $$
declare
  areas int[];
  partners int[];
  places int[];
  activities int[];
begin
  -- One at a time: two transactions that settle side by side would each miss what the other changed.
  perform pg_advisory_xact_lock(hashtextextended('core.settle', 0));
  perform set_config('socialmap.settling', 'on', true);

  perform settle_subjects();

  with noted as (
    delete from stale
    where transaction = new.transaction
    returning kind, key
  ), named as (
    delete from stale_subject
    where transaction = new.transaction
    returning subject_id
  ), touched as (
    select kind, key
    from noted
    union
    select record.kind, record.key
    from named
    join record
      on record.id = named.subject_id
  )
  select
    coalesce(array_agg(key) filter (where kind = 'area'), '{}'),
    coalesce(array_agg(key) filter (where kind = 'partner'), '{}'),
    coalesce(array_agg(key) filter (where kind = 'meeting_place'), '{}'),
    coalesce(array_agg(key) filter (where kind = 'activity'), '{}')
  into areas, partners, places, activities
  from touched;

  delete from unsettled
  where transaction = new.transaction;

  -- Areas change once a year; then everything that lies in one is looked at again.
  if areas <> '{}' then
    perform settle_areas();
    areas := array(select key from area union select unnest(areas));
    places := array(select key from meeting_place union select unnest(places));
    activities := array(select key from activity union select unnest(activities));
  end if;

  perform settle_visibility();

  places := array(
    select unnest(places)
    union
    select key
    from meeting_place
    where operator_key = any (partners)
  );
  perform settle_places(places);

  activities := array(
    select unnest(activities)
    union
    select key
    from activity
    where place_key = any (places)
    union
    select key
    from activity
    where organiser_key = any (partners)
    union
    select activity_key
    from activity_partner
    where partner_key = any (partners)
  );
  perform settle_activities(activities);

  perform settle_search(array['Municipality', 'Wijk', 'Buurt', 'Werkgebied'], areas);
  perform settle_search(array['Partner'], partners);
  perform settle_search(array['MeetingPlace'], places);
  perform settle_search(array['Activity'], activities);

  perform set_config('socialmap.settling', 'off', true);
  return null;
end
$$;

create constraint trigger settle
after insert on core.unsettled
deferrable initially deferred
for each row execute function core.settle();

create trigger mark
after insert or update or delete on core.area
for each row execute function core.mark_changed('area', 'key');

create trigger mark
after insert or update or delete on core.werkgebied_wijk
for each row execute function core.mark_changed('area', 'werkgebied_key');

create trigger mark
after insert or update or delete on core.partner
for each row execute function core.mark_changed('partner', 'key');

create trigger mark
after insert or update or delete on core.meeting_place
for each row execute function core.mark_changed('meeting_place', 'key');

create trigger mark
after insert or update or delete on core.activity
for each row execute function core.mark_changed('activity', 'key');

create trigger mark
after insert or update or delete on core.activity_partner
for each row execute function core.mark_changed('activity', 'activity_key');

create trigger mark
after insert or update or delete on core.activity_programme
for each row execute function core.mark_changed('activity', 'activity_key');

create trigger mark
after insert or update or delete on core.programme
for each row execute function core.mark_changed('programme', 'key');

create trigger mark
after insert or update or delete on core.wijkkrant
for each row execute function core.mark_changed('wijkkrant', 'key');

create trigger mark
after insert or update or delete on core.wijkkrant_area
for each row execute function core.mark_changed('wijkkrant', 'wijkkrant_key');

create trigger mark
after insert or update or delete on core.indicator
for each row execute function core.mark_changed('indicator', 'key');

create trigger mark
after insert or update or delete on core.observation
for each row execute function core.mark_changed('observation', 'key');

create trigger mark
after insert or update or delete on core.alternate_name
for each row execute function core.mark_named();
