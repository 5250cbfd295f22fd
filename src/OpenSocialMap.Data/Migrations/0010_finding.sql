-- Finding records by what people call them.

-- Every way to name an area in a query: its code, its slug and its alias slugs, in lower case.
create view api.area_reference as
select
  lower(code) as reference,
  key as area_key
from core.area
where visible
  and code is not null
union all
select
  slug,
  key
from core.area
where visible
union all
select
  alternate_name.slug,
  area.key
from core.alternate_name
join core.area
  on area.id = alternate_name.subject_id
where alternate_name.visible
  and area.visible
  and alternate_name.slug is not null;

-- What people type is never a query language: only its letters and digits count.
create function api.search_letters(query text)
returns text
language sql
stable parallel safe
return btrim(regexp_replace(unaccent(lower(left(query, 200))), '[^[:alnum:]]+', ' ', 'g'));

-- All words must be found, and the last may be half typed. Stop words and signs alone find nothing.
create function api.search_query(query text)
returns tsquery
language sql
stable parallel safe
return (
  select plainto_tsquery('api.dutch'::regconfig, regexp_replace(letters, '\S+$', ''))
    && to_tsquery('api.dutch'::regconfig, substring(letters from '\S+$') || ':*')
  from api.search_letters(query) as letters
  where letters <> ''
);

-- Finds records by words (stemmed, the last one may be half typed) or, for words mistyped, by the letters they share.
-- No text makes it fail, and one without letters or digits finds nothing. Plain SQL, so it is planned as part of the statement.
create function api.search(query text)
returns table (kind text, subject_key int, subject_id text, rank real)
language sql
stable parallel safe
as $$
  select
    document.kind,
    document.subject_key,
    document.subject_id,
    (
      ts_rank(document.tsv, asked.words)
      + public.word_similarity(asked.letters, document.names)
      + public.similarity(asked.letters, document.name)
      + case when asked.letters = any (string_to_array(document.names, e'\n')) then 1 else 0 end
    )::real
  from (
    select
      api.search_query(query) as words,
      api.search_letters(query) as letters
    offset 0
  ) as asked
  join api.search_document document
    on document.tsv @@ asked.words
    or (length(asked.letters) > 3 and document.names operator(public.%>) asked.letters)
$$;

-- PostgreSQL lets everybody call a new function; here only the reader may, and only those of api.
revoke execute
    on all functions in schema core, api
  from public;
