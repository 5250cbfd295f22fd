-- Gives the other towns what the keeper of the agenda worked out for the first: their activities have the same schedules, number by number.

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

create temporary table later as
select pg_get_indexdef(indexrelid) as definition, indexrelid::regclass as name
from pg_index
where indrelid in ('core.occurrence'::regclass, 'core.area_agenda'::regclass)
  and not indisunique;

do $$
declare
  index regclass;
begin
  for index in select name from later loop
    execute format('drop index %s', index);
  end loop;
end
$$;

alter table core.area_agenda drop constraint area_agenda_pkey;

create temporary table kept as
select max(key) as last
from core.occurrence;

insert into core.occurrence (id, activity_key, schedule_key, original_date, date, start_time, end_date, end_time, stated_day_part, edited)
select
  'occ_' || left(md5(occurrence.id || other.town), 16),
  other.activity_key,
  other.schedule_key,
  original_date,
  date,
  start_time,
  end_date,
  end_time,
  stated_day_part,
  edited
from numbered first
join core.occurrence
  on occurrence.activity_key = first.activity_key
join numbered other
  on other.number = first.number
 and other.town > 0
where first.town = 0
order by other.schedule_key, original_date;

insert into core.area_agenda (area_key, agenda_at, occurrence_key)
select area_activity.area_key, occurrence.agenda_at, occurrence.key
from core.occurrence
join core.area_activity
  using (activity_key)
where occurrence.key > (select last from kept);

insert into core.schedule_summary (activity_key, nl, en)
select other.activity_key, nl, en
from numbered first
join core.schedule_summary
  on schedule_summary.activity_key = first.activity_key
join numbered other
  on other.number = first.number
 and other.town > 0
where first.town = 0;

alter table core.area_agenda add primary key (area_key, agenda_at, occurrence_key);

do $$
declare
  made text;
begin
  for made in select definition from later loop
    execute made;
  end loop;
end
$$;
