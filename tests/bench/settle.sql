-- Works out what triggers would have kept, by the functions that they use, for all rows at once.

analyze;

select core.settle_areas();
select core.settle_visibility();
analyze;

select core.settle_places(array(select key from core.meeting_place));
analyze core.meeting_place, core.area_place;

select core.settle_activities(array(select key from core.activity));
analyze core.activity, core.area_activity;

select core.settle_search(array['Municipality', 'Wijk', 'Buurt', 'Werkgebied'], array(select key from core.area));
select core.settle_search(array['Partner'], array(select key from core.partner));
select core.settle_search(array['MeetingPlace'], array(select key from core.meeting_place));
select core.settle_search(array['Activity'], array(select key from core.activity));

reset session_replication_role;

-- The keeper writes what is on in the first town.
insert into core.agenda_due (kind, key)
select 'activity', key
from core.activity
where slug like 'bench-activity-%'
  and substr(slug, 16)::int <= 20000;
