-- What people call the sorts of partners and programmes, the types that a search finds, and whether a place has something: facets have them by now.

alter table core.term
drop constraint term_vocabulary_check,
add constraint term_vocabulary_check check (vocabulary in (
  'THEME', 'TARGET_GROUP', 'ACCESS', 'PRICE', 'WEEKDAY', 'DAY_PART', 'FREE', 'LANGUAGE', 'LANGUAGE_LEVEL', 'PLACE_KIND', 'ACCESSIBILITY_FEATURE',
  'PARTNER_KIND', 'PROGRAMME_KIND', 'SEARCH_RESULT_TYPE', 'AVAILABLE'
));

insert into core.term (vocabulary, value, label, position)
select
  vocabulary,
  value,
  label,
  row_number() over (partition by vocabulary order by line)
from (
  values
    (1, 'PARTNER_KIND', 'ORGANISATION', 'Organisatie of bedrijf'),
    (2, 'PARTNER_KIND', 'PUBLIC_BODY', 'Overheid'),
    (3, 'PARTNER_KIND', 'RESIDENTS_GROUP', 'Groep bewoners'),
    (4, 'PARTNER_KIND', 'CATEGORY', 'Soort organisatie'),
    (1, 'PROGRAMME_KIND', 'PROGRAMME_LINE', 'Programmalijn'),
    (2, 'PROGRAMME_KIND', 'PROGRAMME', 'Programma'),
    (3, 'PROGRAMME_KIND', 'METHOD', 'Werkwijze'),
    (4, 'PROGRAMME_KIND', 'CAMPAIGN', 'Campagne'),
    (5, 'PROGRAMME_KIND', 'POLICY', 'Beleid'),
    (6, 'PROGRAMME_KIND', 'NETWORK', 'Netwerk'),
    (1, 'SEARCH_RESULT_TYPE', 'MEETING_PLACE', 'Ontmoetingsplek'),
    (2, 'SEARCH_RESULT_TYPE', 'ACTIVITY', 'Activiteit'),
    (3, 'SEARCH_RESULT_TYPE', 'PARTNER', 'Organisatie'),
    (4, 'SEARCH_RESULT_TYPE', 'MUNICIPALITY', 'Gemeente'),
    (5, 'SEARCH_RESULT_TYPE', 'WIJK', 'Wijk'),
    (6, 'SEARCH_RESULT_TYPE', 'BUURT', 'Buurt'),
    (7, 'SEARCH_RESULT_TYPE', 'WERKGEBIED', 'Werkgebied'),
    (1, 'AVAILABLE', 'true', 'Ja'),
    (2, 'AVAILABLE', 'false', 'Nee')
) as given (line, vocabulary, value, label);
