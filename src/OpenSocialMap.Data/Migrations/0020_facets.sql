-- What people call the values of the closed lists, in plain Dutch: the labels of facets. A facet counts what a list holds, value by value,
-- and "unknown" is a value like any other.

create table core.term (
  vocabulary text not null check (vocabulary in (
    'THEME', 'TARGET_GROUP', 'ACCESS', 'PRICE', 'WEEKDAY', 'DAY_PART', 'FREE', 'LANGUAGE', 'PLACE_KIND', 'ACCESSIBILITY_FEATURE'
  )),
  value text not null,
  position int not null,
  label text not null check (label <> ''),
  primary key (vocabulary, value)
);

create view api.term as
select
  vocabulary,
  value,
  position,
  label
from core.term;

insert into core.term (vocabulary, value, label, position)
select
  vocabulary,
  value,
  label,
  row_number() over (partition by vocabulary order by line)
from (
  values
    (1, 'THEME', 'MEETING', 'Elkaar ontmoeten'),
    (2, 'THEME', 'EATING_TOGETHER', 'Samen koken en eten'),
    (3, 'THEME', 'LANGUAGE', 'Taal leren en oefenen'),
    (4, 'THEME', 'ADVICE', 'Vragen, formulieren en advies'),
    (5, 'THEME', 'MONEY', 'Geld'),
    (6, 'THEME', 'HEALTH', 'Gezondheid'),
    (7, 'THEME', 'EXERCISE', 'Bewegen en sport'),
    (8, 'THEME', 'CREATIVITY', 'Iets maken'),
    (9, 'THEME', 'CULTURE', 'Muziek, theater en uitjes'),
    (10, 'THEME', 'REPAIR_AND_SHARING', 'Repareren, weggeven en ruilen'),
    (11, 'THEME', 'NATURE', 'Tuin en groen'),
    (12, 'THEME', 'NEIGHBOURHOOD', 'Straat en buurt'),
    (13, 'THEME', 'LEARNING', 'Leren en huiswerk'),
    (14, 'THEME', 'CARE', 'Zorg en mantelzorg'),
    (15, 'THEME', 'DIGITAL_SKILLS', 'Computer en telefoon'),
    (16, 'THEME', 'VOLUNTEERING', 'Vrijwilligerswerk'),
    (17, 'THEME', 'FAITH', 'Geloof en stilte'),
    (18, 'THEME', 'PARTICIPATION', 'Meepraten en meedoen'),
    (19, 'THEME', 'SAFETY', 'Veiligheid'),
    (20, 'THEME', 'PLAY', 'Spelen'),
    (21, 'THEME', 'CELEBRATION', 'Feest'),
    (22, 'THEME', 'WORK', 'Werk'),
    (23, 'THEME', 'HOUSING', 'Wonen'),
    (1, 'TARGET_GROUP', 'EVERYONE', 'Iedereen'),
    (2, 'TARGET_GROUP', 'CHILDREN', 'Kinderen'),
    (3, 'TARGET_GROUP', 'YOUTH', 'Jongeren'),
    (4, 'TARGET_GROUP', 'PARENTS', 'Ouders'),
    (5, 'TARGET_GROUP', 'WOMEN', 'Vrouwen'),
    (6, 'TARGET_GROUP', 'MEN', 'Mannen'),
    (7, 'TARGET_GROUP', 'SENIORS', 'Ouderen'),
    (8, 'TARGET_GROUP', 'NEWCOMERS', 'Nieuwkomers'),
    (9, 'TARGET_GROUP', 'LOW_INCOME', 'Mensen met weinig geld'),
    (10, 'TARGET_GROUP', 'CARERS', 'Mantelzorgers'),
    (11, 'TARGET_GROUP', 'VOLUNTEERS', 'Vrijwilligers'),
    (12, 'TARGET_GROUP', 'LGBTI', 'Lhbti-personen'),
    (13, 'TARGET_GROUP', 'PEOPLE_WITH_DEMENTIA', 'Mensen met dementie'),
    (14, 'TARGET_GROUP', 'STUDENTS', 'Leerlingen en studenten'),
    (15, 'TARGET_GROUP', 'PROFESSIONALS', 'Professionals'),
    (16, 'TARGET_GROUP', 'RESIDENTS_NEARBY', 'Mensen uit de buurt'),
    (1, 'ACCESS', 'WALK_IN', 'Zo binnenlopen'),
    (2, 'ACCESS', 'REGISTRATION', 'Eerst aanmelden'),
    (3, 'ACCESS', 'APPOINTMENT', 'Op afspraak'),
    (4, 'ACCESS', 'REFERRAL', 'Met een verwijzing'),
    (1, 'PRICE', 'FREE', 'Gratis'),
    (2, 'PRICE', 'VOLUNTARY_CONTRIBUTION', 'Vrijwillige bijdrage'),
    (3, 'PRICE', 'PAID', 'Kost geld'),
    (1, 'FREE', 'true', 'Gratis'),
    (2, 'FREE', 'false', 'Niet gratis'),
    (1, 'WEEKDAY', 'MONDAY', 'Maandag'),
    (2, 'WEEKDAY', 'TUESDAY', 'Dinsdag'),
    (3, 'WEEKDAY', 'WEDNESDAY', 'Woensdag'),
    (4, 'WEEKDAY', 'THURSDAY', 'Donderdag'),
    (5, 'WEEKDAY', 'FRIDAY', 'Vrijdag'),
    (6, 'WEEKDAY', 'SATURDAY', 'Zaterdag'),
    (7, 'WEEKDAY', 'SUNDAY', 'Zondag'),
    (1, 'DAY_PART', 'MORNING', 'Ochtend'),
    (2, 'DAY_PART', 'AFTERNOON', 'Middag'),
    (3, 'DAY_PART', 'EVENING', 'Avond'),
    -- Only the languages that are heard most; another one is called by its tag.
    (1, 'LANGUAGE', 'nl', 'Nederlands'),
    (2, 'LANGUAGE', 'en', 'Engels'),
    (3, 'LANGUAGE', 'ar', 'Arabisch'),
    (4, 'LANGUAGE', 'tr', 'Turks'),
    (5, 'LANGUAGE', 'ti', 'Tigrinya'),
    (6, 'LANGUAGE', 'uk', 'Oekraïens'),
    (7, 'LANGUAGE', 'pl', 'Pools'),
    (8, 'LANGUAGE', 'pap', 'Papiaments'),
    (9, 'LANGUAGE', 'fa', 'Farsi'),
    (10, 'LANGUAGE', 'so', 'Somalisch'),
    (11, 'LANGUAGE', 'zgh', 'Berbers'),
    (12, 'LANGUAGE', 'fr', 'Frans'),
    (13, 'LANGUAGE', 'es', 'Spaans'),
    (14, 'LANGUAGE', 'pt', 'Portugees'),
    (15, 'LANGUAGE', 'ru', 'Russisch'),
    (1, 'PLACE_KIND', 'COMMUNITY_CENTRE', 'Wijkcentrum'),
    (2, 'PLACE_KIND', 'NEIGHBOURHOOD_LIVING_ROOM', 'Buurtkamer'),
    (3, 'PLACE_KIND', 'LIBRARY', 'Bibliotheek'),
    (4, 'PLACE_KIND', 'CHURCH', 'Kerk of gebedshuis'),
    (5, 'PLACE_KIND', 'CULTURAL_CENTRE', 'Theater of cultuurhuis'),
    (6, 'PLACE_KIND', 'SQUARE', 'Plein'),
    (7, 'PLACE_KIND', 'GARDEN', 'Tuin'),
    (8, 'PLACE_KIND', 'PLAYGROUND', 'Speeltuin'),
    (9, 'PLACE_KIND', 'TOY_LIBRARY', 'Speel-o-theek'),
    (10, 'PLACE_KIND', 'SPORTS_GROUND', 'Sportveld of sporthal'),
    (11, 'PLACE_KIND', 'SOCIAL_ENTERPRISE', 'Sociale onderneming'),
    (12, 'PLACE_KIND', 'PARK', 'Park'),
    (13, 'PLACE_KIND', 'STREET', 'Straat of hof'),
    (14, 'PLACE_KIND', 'SERVICE_POINT', 'Loket of servicepunt'),
    (15, 'PLACE_KIND', 'OTHER', 'Anders')
) as given (line, vocabulary, value, label);

-- What taking part costs, from what a source says: whether it is free, and in words.
create function api.price(is_free boolean, note text)
returns text
language sql
immutable parallel safe
return case
  when note ~* '\mvrijwillige (eigen )?bijdrage\M' then 'VOLUNTARY_CONTRIBUTION'
  when is_free then 'FREE'
  when not is_free then 'PAID'
end;

-- The part of the day of a clock time, for what says nothing else.
create function api.day_part(stated text, start_time time)
returns text
language sql
immutable parallel safe
return coalesce(stated, case
  when start_time < '12:00' then 'MORNING'
  when start_time < '18:00' then 'AFTERNOON'
  when start_time is not null then 'EVENING'
end);

call core.watch_shown_tables();

revoke execute
    on all functions in schema core, api
  from public;
