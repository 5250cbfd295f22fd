-- How well one has to know the language to take part, by the Common European Framework of Reference. Null is unknown.

alter table core.activity
add column language_level text check (language_level in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2'));

create or replace view api.activity as
select
  activity.key,
  activity.id,
  activity.slug,
  activity.name,
  activity.description,
  activity.themes,
  activity.target_groups,
  activity.access,
  activity.is_accessible_for_free,
  activity.price_note,
  activity.in_language,
  activity.minimum_age,
  activity.maximum_age,
  activity.status,
  activity.succeeded_by_key,
  activity.place_key,
  activity.area_key,
  activity.organiser_key,
  schedule.text as schedule_text,
  schedule.repeat_frequency as schedule_repeat_frequency,
  schedule.times_per_period as schedule_times_per_period,
  schedule.by_day as schedule_by_day,
  schedule.by_month as schedule_by_month,
  schedule.by_month_day as schedule_by_month_day,
  schedule.day_part as schedule_day_part,
  schedule.start_date as schedule_start_date,
  schedule.end_date as schedule_end_date,
  schedule.start_time as schedule_start_time,
  schedule.end_time as schedule_end_time,
  activity.location,
  activity.location_rd,
  activity.location_precision,
  activity.buurt_key,
  activity.wijk_key,
  activity.municipality_key,
  activity.provenance_source_key,
  activity.provenance_locator,
  activity.provenance_stated_on,
  activity.provenance_confirmed_on,
  activity.provenance_note,
  activity.created_at,
  activity.modified_at,
  schedule.key as schedule_key,
  schedule.by_set_position as schedule_by_set_position,
  schedule.repeat_count as schedule_repeat_count,
  schedule.except_dates as schedule_except_dates,
  schedule.extra_dates as schedule_extra_dates,
  schedule.except_holidays as schedule_except_holidays,
  schedule.only_holidays as schedule_only_holidays,
  activity.language_level
from core.activity
left join core.schedule
  on schedule.activity_key = activity.key
 and schedule.position = 1
where activity.published;

alter table core.term
drop constraint term_vocabulary_check,
add constraint term_vocabulary_check check (vocabulary in (
  'THEME', 'TARGET_GROUP', 'ACCESS', 'PRICE', 'WEEKDAY', 'DAY_PART', 'FREE', 'LANGUAGE', 'LANGUAGE_LEVEL', 'PLACE_KIND', 'ACCESSIBILITY_FEATURE'
));

insert into core.term (vocabulary, value, label, position)
select
  'LANGUAGE_LEVEL',
  value,
  'Taalniveau ' || value,
  position
from unnest(array['A1', 'A2', 'B1', 'B2', 'C1', 'C2']) with ordinality as level (value, position);

-- The columns are others now, the activities are not: nobody is to be told of them.
update core.told
set digest = wanted.digest
from core.told_wanted wanted
where wanted.kind = told.kind
  and wanted.key = told.key
  and wanted.digest <> told.digest;
