-- Figures are found by search: datasets and what is measured in them, by their names in both languages, codes, keywords and definitions.

alter view core.search_text
rename to search_text_without_figures;

create view core.search_text as
select
  kind,
  subject_key,
  subject_id,
  name,
  other,
  connected,
  description
from core.search_text_without_figures
union all
select
  'Dataset',
  dataset.key,
  dataset.id,
  dataset.name,
  concat_ws(e'\n', core.other_names(dataset.id), dataset.name_english),
  concat_ws(' ', array_to_string(dataset.keywords, ' '), programme.name, (
    select string_agg(concat_ws(' ', indicator.name, indicator.name_english), ' ' order by indicator.key)
    from core.indicator
    where indicator.dataset_key = dataset.key
      and indicator.published
  )),
  concat_ws(' ', dataset.description, dataset.description_english)
from core.dataset
left join core.programme
  on programme.key = dataset.programme_key
 and programme.published
where dataset.published
union all
select
  'Indicator',
  indicator.key,
  indicator.id,
  indicator.name,
  concat_ws(e'\n', core.other_names(indicator.id), indicator.name_english, indicator.code collate "default"),
  concat_ws(' ', dataset.name, dataset.name_english, array_to_string(dataset.keywords, ' '), programme.name),
  concat_ws(' ', indicator.description, indicator.description_english)
from core.indicator
left join core.dataset
  on dataset.key = indicator.dataset_key
 and dataset.published
left join core.programme
  on programme.key = coalesce(indicator.programme_key, dataset.programme_key)
 and programme.published
where indicator.published;

create or replace view core.search_document_wanted as
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

-- As before, with datasets and indicators.
create or replace function core.settle()
returns trigger
language plpgsql
set search_path = core, public, pg_temp
as $$
declare
  areas int[];
  partners int[];
  places int[];
  activities int[];
  programmes int[];
  occurrences int[];
  datasets int[];
  indicators int[];
  kinds text[];
  keys int[];
begin
  -- One at a time: two transactions that settle side by side would each miss what the other changed.
  perform pg_advisory_xact_lock(hashtextextended('core.settle', 0));
  perform set_config('socialmap.settling', 'on', true);

  -- A name loses its subject when it is written, or when a record goes.
  if exists (
    select
    from stale_subject
    where transaction = new.transaction
  ) or exists (
    select
    from stale
    where transaction = new.transaction
      and kind <> 'occurrence'
      and not exists (
        select
        from record
        where record.kind = stale.kind
          and record.key = stale.key
      )
  ) then
    perform settle_subjects();
  end if;

  with noted as (
    delete from stale
    where transaction = new.transaction
    returning kind, key
  ), named as (
    delete from stale_subject
    where transaction = new.transaction
    returning subject_id
  ), touched as (
    select kind, key
    from noted
    union
    select record.kind, record.key
    from named
    join record
      on record.id = named.subject_id
  )
  select
    coalesce(array_agg(key) filter (where kind = 'area'), '{}'),
    coalesce(array_agg(key) filter (where kind = 'partner'), '{}'),
    coalesce(array_agg(key) filter (where kind = 'meeting_place'), '{}'),
    coalesce(array_agg(key) filter (where kind = 'activity'), '{}'),
    coalesce(array_agg(key) filter (where kind = 'programme'), '{}'),
    coalesce(array_agg(key) filter (where kind = 'occurrence'), '{}'),
    coalesce(array_agg(key) filter (where kind = 'dataset'), '{}'),
    coalesce(array_agg(key) filter (where kind = 'indicator'), '{}'),
    coalesce(array_agg(kind), '{}'),
    coalesce(array_agg(key), '{}')
  into areas, partners, places, activities, programmes, occurrences, datasets, indicators, kinds, keys
  from touched;

  delete from unsettled
  where transaction = new.transaction;

  -- Areas change once a year; then everything that lies in one is looked at again.
  if areas <> '{}' then
    perform settle_areas();
    areas := array(select key from area union select unnest(areas));
    places := array(select key from meeting_place union select unnest(places));
    activities := array(select key from activity union select unnest(activities));
    perform settle_visibility();
  else
    perform settle_visibility(kinds, keys);
  end if;

  places := array(
    select unnest(places)
    union
    select key
    from meeting_place
    where operator_key = any (partners)
  );
  perform settle_places(places);

  activities := array(
    select unnest(activities)
    union
    select key
    from activity
    where place_key = any (places)
    union
    select key
    from activity
    where organiser_key = any (partners)
    union
    select activity_key
    from activity_partner
    where partner_key = any (partners)
    union
    select activity_key
    from activity_programme
    where programme_key = any (programmes)
  );
  perform settle_activities(activities);

  perform settle_search(array['Municipality', 'Wijk', 'Buurt', 'Werkgebied'], areas);
  perform settle_search(array['Partner'], partners);
  perform settle_search(array['MeetingPlace'], places);
  perform settle_search(array['Activity'], activities);

  -- A dataset is found by its indicators, and an indicator by its dataset.
  datasets := array(
    select unnest(datasets)
    union
    select dataset_key
    from indicator
    where key = any (indicators)
      and dataset_key is not null
    union
    select key
    from dataset
    where programme_key = any (programmes)
  );
  indicators := array(
    select unnest(indicators)
    union
    select key
    from indicator
    where dataset_key = any (datasets)
       or programme_key = any (programmes)
  );
  perform settle_search(array['Dataset'], datasets);
  perform settle_search(array['Indicator'], indicators);

  perform settle_indexes();

  perform tell(places, activities, occurrences);

  perform set_config('socialmap.settling', 'off', true);
  return null;
end
$$;

insert into core.term (vocabulary, value, label, position)
values
  ('SEARCH_RESULT_TYPE', 'DATASET', 'Dataset', 8),
  ('SEARCH_RESULT_TYPE', 'INDICATOR', 'Indicator', 9);

select core.settle_search(array['Dataset'], array(select key from core.dataset));
select core.settle_search(array['Indicator'], array(select key from core.indicator));

revoke execute
    on all functions in schema core
  from public;
