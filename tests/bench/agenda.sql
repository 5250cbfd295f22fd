-- Gives the other towns what the keeper of the agenda worked out for the first: their activities have the same schedules, number by number. Those of
-- one day lie together, as where the keeper has added a day each day.

set session_replication_role = replica;

create temporary table numbered as
select
  (number - 1) / 20000 as town,
  (number - 1) % 20000 as number,
  activity.key as activity_key,
  schedule.key as schedule_key
from core.activity
join core.schedule
  on schedule.activity_key = activity.key
cross join lateral (select substr(slug, 16)::int as number) slug
where slug like 'bench-activity-%';

create index on numbered (number);
analyze numbered;

create temporary view same as
select
  first.activity_key as first_key,
  other.town,
  other.activity_key,
  other.schedule_key
from numbered first
join numbered other
  on other.number = first.number
 and other.town > 0
where first.town = 0;

alter table core.area_agenda drop constraint area_agenda_pkey;
alter table core.occurrence drop constraint occurrence_id_key, drop constraint occurrence_once;

create temporary table kept as
select max(key) as last
from core.occurrence;

insert into core.occurrence (id, activity_key, schedule_key, original_date, date, start_time, end_date, end_time, stated_day_part, edited)
select
  'occ_' || left(md5(id || town), 16),
  same.activity_key,
  same.schedule_key,
  original_date,
  date,
  start_time,
  end_date,
  end_time,
  stated_day_part,
  edited
from same
join core.occurrence
  on occurrence.activity_key = first_key
order by original_date, same.schedule_key;

alter table core.occurrence
  add constraint occurrence_id_key unique (id),
  add constraint occurrence_once unique (schedule_key, original_date);

insert into core.area_agenda (area_key, agenda_at, occurrence_key)
select area_activity.area_key, occurrence.agenda_at, occurrence.key
from core.occurrence
join core.area_activity
  using (activity_key)
where occurrence.key > (select last from kept);

insert into core.schedule_summary (activity_key, nl, en)
select same.activity_key, nl, en
from same
join core.schedule_summary
  on schedule_summary.activity_key = first_key;

alter table core.area_agenda add primary key (area_key, agenda_at, occurrence_key);
