-- The records to call about, worked out row by row: through api.freshness each answer began with how fresh everything is, in the whole
-- database, before it looked at the area that was asked for.

create or replace view api.stale_record as
select
  activity.key * 2 as key,
  activity.key as activity_key,
  null::int as meeting_place_key,
  activity.name,
  known.last_known_on,
  known.stale_since,
  coalesce(activity.organiser_key, place.operator_key) as contact_key
from core.activity
join core.freshness_rule rule
  on rule.record_type = 'Activity'
cross join core.agenda_day as today
cross join lateral (
  select
    last_known_on,
    (last_known_on + make_interval(months => rule.months))::date as stale_since
  from (
    select greatest(
      (select max(confirmed_on) from core.confirmation where subject_id = activity.id),
      activity.provenance_confirmed_on,
      api.last_day(activity.provenance_stated_on)
    ) as last_known_on
    offset 0
  ) as latest
) as known
left join core.meeting_place place
  on place.key = activity.place_key
 and place.published
where activity.published
  and activity.status is distinct from 'DEFUNCT'
  and known.stale_since <= today.day
union all
select
  place.key * 2 + 1,
  null,
  place.key,
  place.name,
  known.last_known_on,
  known.stale_since,
  place.operator_key
from core.meeting_place place
join core.freshness_rule rule
  on rule.record_type = 'MeetingPlace'
cross join core.agenda_day as today
cross join lateral (
  select
    last_known_on,
    (last_known_on + make_interval(months => rule.months))::date as stale_since
  from (
    select greatest(
      (select max(confirmed_on) from core.confirmation where subject_id = place.id),
      place.provenance_confirmed_on,
      api.last_day(place.provenance_stated_on)
    ) as last_known_on
    offset 0
  ) as latest
) as known
where place.published
  and place.status is distinct from 'DEFUNCT'
  and known.stale_since <= today.day;

call core.watch_shown_tables();
