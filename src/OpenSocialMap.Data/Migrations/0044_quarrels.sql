-- Sources that contradict each other, or themselves, stand side by side: a figure is one by its source and the place in it too.

alter table core.observation
drop constraint observation_indicator_key_area_key_time_period_key;

alter table core.observation
add constraint observation_once unique nulls not distinct (indicator_key, area_key, time_period, provenance_source_key, provenance_locator);

create view api.observation_conflict as
select
  one.key as observation_key,
  other.key as other_key
from core.observation one
join core.observation other
  on other.indicator_key = one.indicator_key
 and other.area_key = one.area_key
 and other.time_period = one.time_period
 and other.value <> one.value
where one.visible
  and other.visible;
