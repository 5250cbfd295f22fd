-- A search's rank as a double of six decimals: a cursor can hold it exactly, and ordering by it works it out once for each match.
-- Whoever types a whole name, also a former or a short one, means the thing that bears it.

drop function api.search(text);

create function api.search(query text)
returns table (kind text, subject_key int, subject_id text, rank float8)
language sql
stable parallel safe
as $$
  select
    document.kind,
    document.subject_key,
    document.subject_id,
    round((
      ts_rank(document.tsv, asked.words)
      + public.word_similarity(asked.letters, document.names)
      + public.similarity(asked.letters, document.name)
      + (asked.letters = any (string_to_array(document.names, e'\n')))::int
    )::float8 * 1e6) / 1e6
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

revoke execute
    on function api.search
  from public;
