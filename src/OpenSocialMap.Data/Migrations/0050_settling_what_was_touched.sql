-- One change among many thousand activities: what a commit settles depends on what it touched, not on how much there is. Looking at all links,
-- figures and names took more than half of a write's time in a country of 342 cities, and writes settle one after the other.

-- As without arguments, for what belongs to these records alone.
create function core.settle_visibility(kinds text[], keys int[])
returns void
language plpgsql
as $$
declare
  touched_activities constant int[] := array(select key from unnest(kinds, keys) as touched (kind, key) where kind = 'activity');
  touched_partners constant int[] := array(select key from unnest(kinds, keys) as touched (kind, key) where kind = 'partner');
  touched_programmes constant int[] := array(select key from unnest(kinds, keys) as touched (kind, key) where kind = 'programme');
  touched_papers constant int[] := array(select key from unnest(kinds, keys) as touched (kind, key) where kind = 'wijkkrant');
  touched_indicators constant int[] := array(select key from unnest(kinds, keys) as touched (kind, key) where kind = 'indicator');
  touched_observations constant int[] := array(select key from unnest(kinds, keys) as touched (kind, key) where kind = 'observation');
begin
  update core.activity_partner link
  set visible = activity.published and partner.published
  from core.activity, core.partner
  where (link.activity_key = any (touched_activities) or link.partner_key = any (touched_partners))
    and activity.key = link.activity_key
    and partner.key = link.partner_key
    and link.visible <> (activity.published and partner.published);

  update core.activity_programme link
  set visible = activity.published and programme.published
  from core.activity, core.programme
  where (link.activity_key = any (touched_activities) or link.programme_key = any (touched_programmes))
    and activity.key = link.activity_key
    and programme.key = link.programme_key
    and link.visible <> (activity.published and programme.published);

  update core.wijkkrant_area link
  set visible = wijkkrant.published and area.visible
  from core.wijkkrant, core.area
  where link.wijkkrant_key = any (touched_papers)
    and wijkkrant.key = link.wijkkrant_key
    and area.key = link.area_key
    and link.visible <> (wijkkrant.published and area.visible);

  update core.observation
  set visible = observation.published and indicator.published and area.visible
  from core.indicator, core.area
  where (observation.key = any (touched_observations) or observation.indicator_key = any (touched_indicators))
    and indicator.key = observation.indicator_key
    and area.key = observation.area_key
    and observation.visible <> (observation.published and indicator.published and area.visible);

  update core.alternate_name
  set visible = alternate_name.published and record.visible
  from unnest(kinds, keys) as touched (kind, key)
  join core.record
    on record.kind = touched.kind
   and record.key = touched.key
  where record.id = alternate_name.subject_id
    and alternate_name.visible <> (alternate_name.published and record.visible);
end
$$;

-- As before, but it looks only at what a transaction touched; where areas changed that is everything.
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
  kinds text[];
  keys int[];
begin
  -- One at a time: two transactions that settle side by side would each miss what the other changed.
  perform pg_advisory_xact_lock(hashtextextended('core.settle', 0));
  perform set_config('socialmap.settling', 'on', true);

  -- A name loses its subject when it is written, or when a record goes.
  if exists (
    select
    from stale_subject
    where transaction = new.transaction
  ) or exists (
    select
    from stale
    where transaction = new.transaction
      and kind <> 'occurrence'
      and not exists (
        select
        from record
        where record.kind = stale.kind
          and record.key = stale.key
      )
  ) then
    perform settle_subjects();
  end if;

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
    coalesce(array_agg(key) filter (where kind = 'occurrence'), '{}'),
    coalesce(array_agg(kind), '{}'),
    coalesce(array_agg(key), '{}')
  into areas, partners, places, activities, programmes, occurrences, kinds, keys
  from touched;

  delete from unsettled
  where transaction = new.transaction;

  -- Areas change once a year; then everything that lies in one is looked at again.
  if areas <> '{}' then
    perform settle_areas();
    areas := array(select key from area union select unnest(areas));
    places := array(select key from meeting_place union select unnest(places));
    activities := array(select key from activity union select unnest(activities));
    perform settle_visibility();
  else
    perform settle_visibility(kinds, keys);
  end if;

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

revoke execute
    on function core.settle_visibility(text[], int[])
  from public;
