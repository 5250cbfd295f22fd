-- One dataset whose small counts are withheld, zeros too, with as many indicators as bench.indicators says.

insert into core.dataset (
  id, slug, name, name_english, licence, protection_method, protection_reason, minimum_count, zero_policy, minimum_denominator, minimum_mean_count,
  provenance_source_key, provenance_stated_on
)
select 'data_00000000000000na', 'country', 'Verzonnen land', 'Invented country', 'CC0-1.0', 'SUPPRESSION', 'verzonnen', 5, 'PROTECT', 25, 100, key, '2022'
from core.source
where slug = 'invented-country';

insert into core.indicator (
  id, slug, code, name, name_english, dataset_key, unit, decimals, measure, counting_unit, provenance_source_key, provenance_stated_on
)
select
  'ind_' || lpad(n::text, 14, '0') || 'na',
  'country-' || lpad(n::text, 2, '0'),
  'COUNTRY_' || lpad(n::text, 2, '0'),
  'Verzonnen cijfer ' || n,
  'Invented figure ' || n,
  dataset.key,
  'persons',
  0,
  'COUNT',
  'CASES',
  dataset.provenance_source_key,
  '2022'
from generate_series(1, current_setting('bench.indicators')::int) n
join core.dataset
  on dataset.slug = 'country';
