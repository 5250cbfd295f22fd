-- What an editor does to one occurrence is told as well: it is cancelled, moved, explained, added. What follows from a schedule is not, for it is
-- told as a change of the activity. So only what editors changed is kept track of.

alter table core.told
drop constraint told_kind_check,
add constraint told_kind_check check (kind in ('meeting_place', 'activity', 'occurrence'));

create or replace view core.told_wanted as
select
  'meeting_place' as kind,
  place.key,
  place.id,
  array(
    select area_key
    from api.area_place
    where place_key = place.key
    order by area_key
  ) as areas,
  null::int as place,
  array(
    select partner.key
    from api.partner
    where partner.key = place.operator_key
  ) as partners,
  md5(concat_ws('|', place, names.digest)) collate "C" as digest
from api.meeting_place place
cross join lateral (
  select string_agg(name::text, '|' order by name.key) as digest
  from api.alternate_name name
  where name.subject_id = place.id
) as names
union all
select
  'activity',
  activity.key,
  activity.id,
  array(
    select area_key
    from api.area_activity
    where activity_key = activity.key
    order by area_key
  ),
  place.key,
  array(
    select partner_key
    from api.activity_partner
    where activity_key = activity.key
    union
    select partner.key
    from api.partner
    where partner.key = activity.organiser_key
    order by 1
  ),
  md5(concat_ws('|', activity, names.digest, roles.digest, programmes.digest, schedules.digest)) collate "C"
from api.activity
left join api.meeting_place place
  on place.key = activity.place_key
cross join lateral (
  select string_agg(name::text, '|' order by name.key) as digest
  from api.alternate_name name
  where name.subject_id = activity.id
) as names
cross join lateral (
  select string_agg(part::text, '|' order by partner_key, role) as digest
  from api.activity_partner part
  where part.activity_key = activity.key
) as roles
cross join lateral (
  select string_agg(programme_key::text, '|' order by programme_key) as digest
  from api.activity_programme part
  where part.activity_key = activity.key
) as programmes
cross join lateral (
  select string_agg(schedule::text, '|' order by position) as digest
  from core.schedule
  where schedule.activity_key = activity.key
    and position > 1
) as schedules
union all
select
  'occurrence',
  occurrence.key,
  occurrence.id,
  array(
    select area_key
    from api.area_activity
    where activity_key = occurrence.activity_key
      and occurrence.own_place_key is null
    union
    select area_key
    from api.area_place
    where place_key = occurrence.own_place_key
    order by 1
  ),
  place.key,
  array(
    select partner_key
    from api.activity_partner
    where activity_key = occurrence.activity_key
    union
    select partner.key
    from api.activity
    join api.partner
      on partner.key = activity.organiser_key
    where activity.key = occurrence.activity_key
    order by 1
  ),
  md5(concat_ws('|', (
    occurrence.date, occurrence.start_time, occurrence.end_date, occurrence.end_time, occurrence.day_part, occurrence.status, occurrence.status_note,
    place.key
  ))) collate "C"
from core.occurrence kept
join api.occurrence
  on occurrence.key = kept.key
left join api.meeting_place place
  on place.key = occurrence.place_key
where kept.edited;

drop function core.tell(int[], int[]);

-- Tells of those among these records that differ from what was last told. Beyond a thousand at once it only says that much has changed.
create function core.tell(places int[], activities int[], occurrences int[])
returns void
language plpgsql
as $$
declare
  most constant int := 1000;
  -- A notification holds less than 8000 bytes; a batch can come out longer than this by its last change.
  batch_length constant int := 4000;
  change_length constant int := 3500;
  changes text[];
  amount int;
  moved bigint;
  batch text;
begin
  with known as (
    select *
    from core.told
    where (kind = 'meeting_place' and key = any (places))
       or (kind = 'activity' and key = any (activities))
       or (kind = 'occurrence' and key = any (occurrences))
  ), after as (
    select *
    from core.told_wanted
    where kind = 'meeting_place'
      and key = any (places)
    union all
    select *
    from core.told_wanted
    where kind = 'activity'
      and key = any (activities)
    union all
    select *
    from core.told_wanted
    where kind = 'occurrence'
      and key = any (occurrences)
  ), before as (
    select *
    from known
    union all
    -- What a schedule gave was there before an editor first changed it, where its activity is.
    select after.kind, after.key, after.id, activity.areas, activity.place, activity.partners, ''
    from after
    join core.occurrence
      on after.kind = 'occurrence'
     and occurrence.key = after.key
     and occurrence.schedule_key is not null
    join core.told activity
      on activity.kind = 'activity'
     and activity.key = occurrence.activity_key
    where not exists (
      select
      from known
      where known.kind = 'occurrence'
        and known.key = after.key
    )
  ), different as (
    select
      kind,
      key,
      before.key is not null as was,
      after.key is not null as is_there,
      row_number() over (order by kind, key) as number,
      coalesce(after.id, before.id) as id,
      before.areas as areas_before,
      before.place as place_before,
      before.partners as partners_before,
      after.areas,
      after.place,
      after.partners,
      after.digest
    from before
    full join after
      using (kind, key)
    where before is distinct from after
  ), gone as (
    delete from core.told
    using different
    where told.kind = different.kind
      and told.key = different.key
      and not different.is_there
  ), kept as (
    insert into core.told (kind, key, id, areas, place, partners, digest)
    select kind, key, id, areas, place, partners, digest
    from different
    where is_there
    on conflict (kind, key) do update
    set
      id = excluded.id,
      areas = excluded.areas,
      place = excluded.place,
      partners = excluded.partners,
      digest = excluded.digest
  )
  select
    count(*),
    array_agg(
      json_build_object(
        'kind', kind,
        'key', key,
        'id', id,
        'before', case when was then json_build_object('areas', areas_before, 'place', place_before, 'partners', partners_before) end,
        'after', case when is_there then json_build_object('areas', areas, 'place', place, 'partners', partners) end
      )::text
      order by number
    ) filter (where number <= most)
  into amount, changes
  from different;

  if amount = 0 then
    return;
  end if;

  -- The version that this transaction makes goes with the changes: a server that reads from a standby waits until the standby has it.
  select version + 1
  into moved
  from core.data_version;

  insert into core.moved
  default values
  on conflict do nothing;

  if amount > most or exists (select from unnest(changes) as change where length(change) > change_length) then
    perform pg_notify('socialmap_changes', format('{"version":%s}', moved));
    return;
  end if;

  for batch in
    select string_agg(change, ',' order by number)
    from (
      select
        change,
        number,
        sum(length(change) + 1) over (order by number) / batch_length as batch_number
      from unnest(changes) with ordinality as told (change, number)
    ) as numbered
    group by batch_number
    order by batch_number
  loop
    perform pg_notify('socialmap_changes', format('{"version":%s,"changes":[%s]}', moved, batch));
  end loop;
end
$$;

-- As before, with occurrences.
create or replace function core.settle()
returns trigger
language plpgsql
set search_path = core, public, pg_temp
as $$
declare
  areas int[];
  partners int[];
  places int[];
  activities int[];
  programmes int[];
  occurrences int[];
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
    coalesce(array_agg(key) filter (where kind = 'activity'), '{}'),
    coalesce(array_agg(key) filter (where kind = 'programme'), '{}'),
    coalesce(array_agg(key) filter (where kind = 'occurrence'), '{}')
  into areas, partners, places, activities, programmes, occurrences
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
    union
    select activity_key
    from activity_programme
    where programme_key = any (programmes)
  );
  perform settle_activities(activities);

  perform settle_search(array['Municipality', 'Wijk', 'Buurt', 'Werkgebied'], areas);
  perform settle_search(array['Partner'], partners);
  perform settle_search(array['MeetingPlace'], places);
  perform settle_search(array['Activity'], activities);

  perform settle_indexes();

  perform tell(places, activities, occurrences);

  perform set_config('socialmap.settling', 'off', true);
  return null;
end
$$;

create trigger mark
after insert or update or delete on core.occurrence
for each row
when (current_setting('socialmap.expanding', true) is distinct from 'on')
execute function core.mark_changed('occurrence', 'key');

revoke execute
    on function core.tell
  from public;
