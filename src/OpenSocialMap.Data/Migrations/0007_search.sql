-- Text search: one document per record that a search can find, kept by core.settle.

create table core.search_document (
  kind text not null,
  subject_key int not null,
  subject_id text not null,
  name text collate "nl-x-icu" not null,
  names text not null,
  tsv tsvector not null,
  primary key (kind, subject_key)
);

create index search_document_tsv on core.search_document using gin (tsv);
create index search_document_names on core.search_document using gin (names gin_trgm_ops);

-- The Dutch words that people type for an enumeration's values.
create table core.word (
  value text primary key,
  words text not null
);

insert into core.word (value, words)
values
  ('MEETING', 'ontmoeten ontmoeting gezelligheid'),
  ('EATING_TOGETHER', 'samen eten maaltijd koken lunch'),
  ('LANGUAGE', 'taal taalles Nederlands'),
  ('ADVICE', 'advies hulp spreekuur vragen'),
  ('MONEY', 'geld schulden financiën toeslagen'),
  ('HEALTH', 'gezondheid'),
  ('EXERCISE', 'bewegen sport sporten'),
  ('CREATIVITY', 'creatief handwerken knutselen'),
  ('CULTURE', 'cultuur muziek kunst'),
  ('REPAIR_AND_SHARING', 'repareren ruilen delen'),
  ('NATURE', 'natuur groen tuin tuinieren'),
  ('NEIGHBOURHOOD', 'buurt wijk leefbaarheid'),
  ('LEARNING', 'leren cursus les huiswerk'),
  ('CARE', 'zorg mantelzorg'),
  ('DIGITAL_SKILLS', 'computer digitaal internet'),
  ('VOLUNTEERING', 'vrijwilligerswerk vrijwilliger'),
  ('FAITH', 'geloof kerk zingeving'),
  ('PARTICIPATION', 'meedoen inspraak bewoners'),
  ('SAFETY', 'veiligheid'),
  ('PLAY', 'spelen spel'),
  ('CELEBRATION', 'feest vieren'),
  ('WORK', 'werk baan solliciteren'),
  ('HOUSING', 'wonen huis huren'),
  ('CHILDREN', 'kinderen kind'),
  ('YOUTH', 'jongeren jeugd tieners'),
  ('PARENTS', 'ouders moeders vaders'),
  ('WOMEN', 'vrouwen'),
  ('MEN', 'mannen'),
  ('SENIORS', 'ouderen senioren'),
  ('NEWCOMERS', 'nieuwkomers statushouders inburgeren'),
  ('LOW_INCOME', 'minima armoede laag inkomen'),
  ('CARERS', 'mantelzorgers'),
  ('VOLUNTEERS', 'vrijwilligers'),
  ('LGBTI', 'lhbti regenboog'),
  ('PEOPLE_WITH_DEMENTIA', 'dementie geheugen'),
  ('STUDENTS', 'studenten'),
  ('PROFESSIONALS', 'professionals'),
  ('RESIDENTS_NEARBY', 'buurtbewoners omwonenden'),
  ('COMMUNITY_CENTRE', 'buurthuis wijkcentrum'),
  ('NEIGHBOURHOOD_LIVING_ROOM', 'buurtkamer huiskamer'),
  ('LIBRARY', 'bibliotheek bieb'),
  ('CHURCH', 'kerk'),
  ('CULTURAL_CENTRE', 'cultuurcentrum'),
  ('SQUARE', 'plein'),
  ('GARDEN', 'tuin moestuin'),
  ('PLAYGROUND', 'speeltuin'),
  ('TOY_LIBRARY', 'speelotheek speelgoed'),
  ('SPORTS_GROUND', 'sportveld sporthal'),
  ('SOCIAL_ENTERPRISE', 'sociale onderneming'),
  ('PARK', 'park'),
  ('STREET', 'straat'),
  ('SERVICE_POINT', 'loket servicepunt');

-- All other visible names of a record, one per line.
create function core.other_names(subject text)
returns text
language sql
stable
return (
  select string_agg(name, e'\n' order by name)
  from core.alternate_name
  where subject_id = subject
    and visible
);

-- What a search can find, with the texts of weights A (name) to D (description) apart. C is what a thing is connected to.
create view core.search_text as
select
  initcap(area.kind) as kind,
  area.key as subject_key,
  area.id as subject_id,
  area.name,
  concat_ws(e'\n', core.other_names(area.id), area.official_name, area.code) as other,
  wijk.name as connected,
  area.description
from core.area
left join core.area wijk
  on wijk.key = area.wijk_key
 and wijk.visible
where area.visible
union all
select
  'Partner',
  partner.key,
  partner.id,
  partner.name,
  core.other_names(partner.id),
  null,
  partner.description
from core.partner
where partner.published
union all
select
  'MeetingPlace',
  place.key,
  place.id,
  place.name,
  core.other_names(place.id),
  concat_ws(' ', operator.name, word.words, place.address_street_address, place.address_postal_code, (
    select string_agg(area.name, ' ' order by area.key)
    from core.area_place
    join core.area
      on area.key = area_place.area_key
    where area_place.place_key = place.key
  )),
  place.description
from core.meeting_place place
left join core.partner operator
  on operator.key = place.operator_key
 and operator.published
left join core.word
  on word.value = place.kind
where place.published
union all
select
  'Activity',
  activity.key,
  activity.id,
  activity.name,
  core.other_names(activity.id),
  concat_ws(' ', place.name, core.other_names(place.id), (
    select string_agg(concat_ws(' ', partner.name, core.other_names(partner.id)), ' ' order by partner.key)
    from core.partner
    where partner.published
      and partner.key in (
        select activity.organiser_key
        union
        select activity_partner.partner_key
        from core.activity_partner
        where activity_partner.activity_key = activity.key
      )
  ), (
    select string_agg(area.name, ' ' order by area.key)
    from core.area_activity
    join core.area
      on area.key = area_activity.area_key
    where area_activity.activity_key = activity.key
  ), (
    select string_agg(word.words, ' ' order by word.value)
    from core.word
    where word.value = any (activity.themes || activity.target_groups)
  )),
  concat_ws(' ', activity.description, activity.schedule_text)
from core.activity
left join core.meeting_place place
  on place.key = activity.place_key
 and place.published
where activity.published;

create view core.search_document_wanted as
select
  kind,
  subject_key,
  subject_id,
  name,
  lower(unaccent(concat_ws(e'\n', name, other))) as names,
  setweight(to_tsvector('api.dutch', name), 'A')
  || setweight(to_tsvector('api.dutch', coalesce(other, '')), 'B')
  || setweight(to_tsvector('api.dutch', coalesce(connected, '')), 'C')
  || setweight(to_tsvector('api.dutch', coalesce(description, '')), 'D') as tsv
from core.search_text;
