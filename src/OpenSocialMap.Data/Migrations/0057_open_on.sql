-- On which days, or in which parts of them, a place is open although nobody states the hours: "inclusief de avonden". The line of time knows nothing of
-- those, and who asks what is open this evening is to hear of them.

create table core.opening_without_clock (
  place_key int not null references core.meeting_place on delete cascade,
  date date not null,
  -- DAY where not even the part of the day is known.
  day_part text not null check (day_part in ('DAY', 'MORNING', 'AFTERNOON', 'EVENING')),
  primary key (place_key, date, day_part)
);

create view api.opening_without_clock as
select
  stated.place_key,
  stated.date,
  stated.day_part
from core.opening_without_clock stated
join core.meeting_place place
  on place.key = stated.place_key
 and place.published;

-- When a day, or a part of it, begins and ends.
create function api.hours_of(day date, part text)
returns tstzrange
language sql
stable parallel safe
return tstzrange(
  (day + case part when 'AFTERNOON' then time '12:00' when 'EVENING' then time '18:00' else time '00:00' end) at time zone 'Europe/Amsterdam',
  case part
    when 'MORNING' then day + time '12:00'
    when 'AFTERNOON' then day + time '18:00'
    else (day + 1)::timestamp
  end at time zone 'Europe/Amsterdam'
);

-- Whether anybody can certainly walk in at some time of a day, or of a part of it. False only where the line of time is known from begin to end; null is unknown.
create function api.open_on(place int, day date, part text)
returns boolean
language sql
stable parallel safe
return (
  select case
    when exists (
      select
      from api.opening_interval door
      where door.place_key = place
        and door.state in ('OPEN', 'SELF_SERVICE')
        and door.ends_at > lower(hours)
        and door.starts_at < upper(hours)
    ) or exists (
      select
      from api.opening_without_clock stated
      where stated.place_key = place
        and stated.date = day
        and (part is null or stated.day_part = part)
    ) then true
    when upper(hours) - lower(hours) = (
      select sum(least(door.ends_at, upper(hours)) - greatest(door.starts_at, lower(hours)))
      from api.opening_interval door
      where door.place_key = place
        and door.state <> 'HOST_PRESENT'
        and door.ends_at > lower(hours)
        and door.starts_at < upper(hours)
    ) then false
  end
  from api.hours_of(day, part) hours
);

call core.watch_shown_tables();

insert into core.agenda_due (kind, key)
select distinct
  'place',
  place_key
from core.opening_period;

revoke execute
    on all functions in schema core, api
  from public;
