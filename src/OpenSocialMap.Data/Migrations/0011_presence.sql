-- What lies in what: the relations behind every "area" argument that isn't answered by a closure table of core.
-- Sources decide here, not geometry; a werkgebied holds only the wijken that it holds whole.

create view api.area_within as
select
  within.area_key as inner_key,
  within.within_key as outer_key
from core.area_within within
join core.area
  on area.key = within.area_key
 and area.visible;

-- A newspaper reaches the areas that it serves, what lies in them, and what they lie in.
create view api.wijkkrant_reach as
select
  served.wijkkrant_key,
  within.inner_key as area_key
from api.wijkkrant_area served
join api.area_within within
  on within.outer_key = served.area_key
union
select
  served.wijkkrant_key,
  within.outer_key
from api.wijkkrant_area served
join api.area_within within
  on within.inner_key = served.area_key;

-- A partner is present where it has a part in an activity or runs a place.
create view api.partner_presence as
select
  part.partner_key,
  member.area_key
from api.activity_partner part
join api.area_activity member
  on member.activity_key = part.activity_key
union
select
  place.operator_key,
  member.area_key
from api.meeting_place place
join api.area_place member
  on member.place_key = place.key
where place.operator_key is not null;

-- Where each thing that a search can find is.
create view api.search_presence as
select
  'MeetingPlace' as kind,
  member.place_key as subject_key,
  member.area_key
from api.area_place member
union all
select
  'Activity',
  member.activity_key,
  member.area_key
from api.area_activity member
union all
select
  'Partner',
  presence.partner_key,
  presence.area_key
from api.partner_presence presence
union all
select
  initcap(inner_area.kind),
  inner_area.key,
  within.outer_key
from api.area_within within
join api.area inner_area
  on inner_area.key = within.inner_key;
