-- An activity's first schedule stands in its own row too, as its place's point does. Lists show it with each activity, and looking it up in
-- another table was a fifth of what a list of activities costs.

alter table core.activity
add column schedule_key int,
add column schedule_text text,
add column schedule_repeat_frequency text,
add column schedule_times_per_period int,
add column schedule_by_day text[],
add column schedule_by_month int[],
add column schedule_by_month_day int[],
add column schedule_by_set_position int[],
add column schedule_repeat_count int,
add column schedule_day_part text,
add column schedule_start_date date,
add column schedule_end_date date,
add column schedule_start_time time,
add column schedule_end_time time,
add column schedule_except_dates date[],
add column schedule_extra_dates date[],
add column schedule_except_holidays text[],
add column schedule_only_holidays text[];

-- What is kept by settling is no change of the record.
drop trigger modified on core.activity;

create trigger modified
before update on core.activity
for each row execute function core.keep_modified_at(
  'location', 'location_rd', 'location_precision', 'buurt_key', 'wijk_key', 'municipality_key',
  'schedule_key', 'schedule_text', 'schedule_repeat_frequency', 'schedule_times_per_period', 'schedule_by_day', 'schedule_by_month',
  'schedule_by_month_day', 'schedule_by_set_position', 'schedule_repeat_count', 'schedule_day_part', 'schedule_start_date', 'schedule_end_date',
  'schedule_start_time', 'schedule_end_time', 'schedule_except_dates', 'schedule_extra_dates', 'schedule_except_holidays',
  'schedule_only_holidays'
);

create function core.settle_first_schedules(activities int[])
returns void
language sql
as $$
  update core.activity
  set
    schedule_key = schedule.key,
    schedule_text = schedule.text,
    schedule_repeat_frequency = schedule.repeat_frequency,
    schedule_times_per_period = schedule.times_per_period,
    schedule_by_day = schedule.by_day,
    schedule_by_month = schedule.by_month,
    schedule_by_month_day = schedule.by_month_day,
    schedule_by_set_position = schedule.by_set_position,
    schedule_repeat_count = schedule.repeat_count,
    schedule_day_part = schedule.day_part,
    schedule_start_date = schedule.start_date,
    schedule_end_date = schedule.end_date,
    schedule_start_time = schedule.start_time,
    schedule_end_time = schedule.end_time,
    schedule_except_dates = schedule.except_dates,
    schedule_extra_dates = schedule.extra_dates,
    schedule_except_holidays = schedule.except_holidays,
    schedule_only_holidays = schedule.only_holidays
  from core.activity settled
  left join core.schedule
    on schedule.activity_key = settled.key
   and schedule.position = 1
  where settled.key = any (activities)
    and activity.key = settled.key
    and (
      settled.schedule_key, settled.schedule_text, settled.schedule_repeat_frequency, settled.schedule_times_per_period, settled.schedule_by_day,
      settled.schedule_by_month, settled.schedule_by_month_day, settled.schedule_by_set_position, settled.schedule_repeat_count,
      settled.schedule_day_part, settled.schedule_start_date, settled.schedule_end_date, settled.schedule_start_time, settled.schedule_end_time,
      settled.schedule_except_dates, settled.schedule_extra_dates, settled.schedule_except_holidays, settled.schedule_only_holidays
    ) is distinct from (
      schedule.key, schedule.text, schedule.repeat_frequency, schedule.times_per_period, schedule.by_day,
      schedule.by_month, schedule.by_month_day, schedule.by_set_position, schedule.repeat_count,
      schedule.day_part, schedule.start_date, schedule.end_date, schedule.start_time, schedule.end_time,
      schedule.except_dates, schedule.extra_dates, schedule.except_holidays, schedule.only_holidays
    )
$$;

create or replace function core.settle_activities(activities int[])
returns void
language plpgsql
as $$
begin
  perform core.settle_first_schedules(activities);

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

  insert into core.area_activity (area_key, activity_key, name)
  select area_key, activity_key, name
  from core.area_activity_wanted
  where activity_key = any (activities)
  on conflict (area_key, activity_key) do update
  set name = excluded.name
  where area_activity.name <> excluded.name;
end
$$;

-- Nothing but where it stands has changed, so nothing is to be settled or told.
alter table core.activity disable trigger user;
select core.settle_first_schedules(array(select key from core.activity));
alter table core.activity enable trigger user;

create or replace view api.activity as
select
  key,
  id,
  slug,
  name,
  description,
  themes,
  target_groups,
  access,
  is_accessible_for_free,
  price_note,
  in_language,
  minimum_age,
  maximum_age,
  status,
  succeeded_by_key,
  place_key,
  area_key,
  organiser_key,
  schedule_text,
  schedule_repeat_frequency,
  schedule_times_per_period,
  schedule_by_day,
  schedule_by_month,
  schedule_by_month_day,
  schedule_day_part,
  schedule_start_date,
  schedule_end_date,
  schedule_start_time,
  schedule_end_time,
  location,
  location_rd,
  location_precision,
  buurt_key,
  wijk_key,
  municipality_key,
  provenance_source_key,
  provenance_locator,
  provenance_stated_on,
  provenance_confirmed_on,
  provenance_note,
  created_at,
  modified_at,
  schedule_key,
  schedule_by_set_position,
  schedule_repeat_count,
  schedule_except_dates,
  schedule_extra_dates,
  schedule_except_holidays,
  schedule_only_holidays,
  language_level
from core.activity
where published;

revoke execute
    on all functions in schema core
  from public;
