-- When something is, in words: the server writes them with the occurrences and the opening hours, so that reading them costs no more than reading a
-- name. Each list holds the five sizes from extra small to extra large; what nothing can be said of has no row.

create table core.schedule_summary (
  activity_key int primary key references core.activity on delete cascade,
  nl text[] not null check (cardinality(nl) = 5),
  en text[] not null check (cardinality(en) = 5)
);

create table core.opening_summary (
  place_key int primary key references core.meeting_place on delete cascade,
  nl text[] not null check (cardinality(nl) = 5),
  en text[] not null check (cardinality(en) = 5)
);

-- Which build of the server wrote them. Another one may have better words, and writes them all anew.
alter table core.agenda_day
add column summaries_of uuid;

create view api.schedule_summary as
select
  summary.activity_key,
  summary.nl,
  summary.en
from core.schedule_summary summary
where exists (
  select
  from core.activity
  where activity.key = summary.activity_key
    and activity.published
);

create view api.opening_summary as
select
  summary.place_key,
  summary.nl,
  summary.en
from core.opening_summary summary
where exists (
  select
  from core.meeting_place
  where meeting_place.key = summary.place_key
    and meeting_place.published
);

call core.watch_shown_tables();
