-- What the world sees. Plain views, so that PostgreSQL looks through them to the indexes of core. Each shows what is published;
-- a to-one key may point at a record that isn't, so join to the view of the other end and an unpublished one is simply not there.

create view api.source as
select
  key,
  id,
  slug,
  title,
  publisher,
  kind,
  file_name,
  url,
  licence,
  attribution,
  published_on,
  temporal_coverage,
  description,
  created_at,
  modified_at
from core.source;

create view api.area as
select
  key,
  id,
  slug,
  kind,
  name,
  official_name,
  code,
  year,
  inhabitants,
  households,
  area_total_ha,
  area_land_ha,
  postcode4,
  description,
  geometry,
  geometry_rd,
  geometry_detail,
  municipality_key,
  wijk_key,
  used_by_key,
  provenance_source_key,
  provenance_locator,
  provenance_stated_on,
  provenance_confirmed_on,
  provenance_note,
  created_at,
  modified_at
from core.area
where visible;

create view api.municipality as
select
  key,
  id,
  slug,
  kind,
  name,
  official_name,
  code,
  year,
  inhabitants,
  households,
  area_total_ha,
  area_land_ha,
  postcode4,
  description,
  geometry,
  geometry_rd,
  geometry_detail,
  municipality_key,
  wijk_key,
  used_by_key,
  provenance_source_key,
  provenance_locator,
  provenance_stated_on,
  provenance_confirmed_on,
  provenance_note,
  created_at,
  modified_at
from core.area
where visible
  and kind = 'MUNICIPALITY';

create view api.wijk as
select
  key,
  id,
  slug,
  kind,
  name,
  official_name,
  code,
  year,
  inhabitants,
  households,
  area_total_ha,
  area_land_ha,
  postcode4,
  description,
  geometry,
  geometry_rd,
  geometry_detail,
  municipality_key,
  wijk_key,
  used_by_key,
  provenance_source_key,
  provenance_locator,
  provenance_stated_on,
  provenance_confirmed_on,
  provenance_note,
  created_at,
  modified_at
from core.area
where visible
  and kind = 'WIJK';

create view api.buurt as
select
  key,
  id,
  slug,
  kind,
  name,
  official_name,
  code,
  year,
  inhabitants,
  households,
  area_total_ha,
  area_land_ha,
  postcode4,
  description,
  geometry,
  geometry_rd,
  geometry_detail,
  municipality_key,
  wijk_key,
  used_by_key,
  provenance_source_key,
  provenance_locator,
  provenance_stated_on,
  provenance_confirmed_on,
  provenance_note,
  created_at,
  modified_at
from core.area
where visible
  and kind = 'BUURT';

create view api.werkgebied as
select
  key,
  id,
  slug,
  kind,
  name,
  official_name,
  code,
  year,
  inhabitants,
  households,
  area_total_ha,
  area_land_ha,
  postcode4,
  description,
  geometry,
  geometry_rd,
  geometry_detail,
  municipality_key,
  wijk_key,
  used_by_key,
  provenance_source_key,
  provenance_locator,
  provenance_stated_on,
  provenance_confirmed_on,
  provenance_note,
  created_at,
  modified_at
from core.area
where visible
  and kind = 'WERKGEBIED';

create view api.werkgebied_wijk as
select
  werkgebied_key,
  wijk_key,
  coverage,
  reason,
  provenance_source_key,
  provenance_locator,
  provenance_stated_on,
  provenance_confirmed_on,
  provenance_note,
  created_at,
  modified_at
from core.werkgebied_wijk
where visible;

create view api.partner as
select
  key,
  id,
  slug,
  name,
  kind,
  website,
  description,
  provenance_source_key,
  provenance_locator,
  provenance_stated_on,
  provenance_confirmed_on,
  provenance_note,
  created_at,
  modified_at
from core.partner
where published;

create view api.alternate_name as
select
  key,
  subject_id,
  name,
  name_kind,
  slug,
  provenance_source_key,
  provenance_locator,
  provenance_stated_on,
  provenance_confirmed_on,
  provenance_note,
  created_at,
  modified_at
from core.alternate_name
where visible;

create view api.meeting_place as
select
  key,
  id,
  slug,
  name,
  kind,
  description,
  address_street_address,
  address_postal_code,
  address_locality,
  address_note,
  location,
  location_rd,
  location_precision,
  location_note,
  website,
  status,
  area_key,
  operator_key,
  contained_in_key,
  replaced_by_key,
  buurt_key,
  wijk_key,
  municipality_key,
  provenance_source_key,
  provenance_locator,
  provenance_stated_on,
  provenance_confirmed_on,
  provenance_note,
  created_at,
  modified_at
from core.meeting_place
where published;

create view api.activity as
select
  key,
  id,
  slug,
  name,
  description,
  themes,
  target_groups,
  access,
  is_accessible_for_free,
  price_note,
  in_language,
  minimum_age,
  maximum_age,
  status,
  succeeded_by_key,
  place_key,
  area_key,
  organiser_key,
  schedule_text,
  schedule_repeat_frequency,
  schedule_times_per_period,
  schedule_by_day,
  schedule_by_month,
  schedule_by_month_day,
  schedule_day_part,
  schedule_start_date,
  schedule_end_date,
  schedule_start_time,
  schedule_end_time,
  location,
  location_rd,
  location_precision,
  buurt_key,
  wijk_key,
  municipality_key,
  provenance_source_key,
  provenance_locator,
  provenance_stated_on,
  provenance_confirmed_on,
  provenance_note,
  created_at,
  modified_at
from core.activity
where published;

create view api.activity_partner as
select
  activity_key,
  partner_key,
  role
from core.activity_partner
where visible;

create view api.activity_programme as
select
  activity_key,
  programme_key
from core.activity_programme
where visible;

create view api.programme as
select
  key,
  id,
  slug,
  name,
  kind,
  number,
  description,
  part_of_key,
  lead_key,
  provenance_source_key,
  provenance_locator,
  provenance_stated_on,
  provenance_confirmed_on,
  provenance_note,
  created_at,
  modified_at
from core.programme
where published;

create view api.wijkkrant as
select
  key,
  id,
  slug,
  name,
  publisher_key,
  issues_per_year,
  circulation,
  website,
  archive,
  description,
  provenance_source_key,
  provenance_locator,
  provenance_stated_on,
  provenance_confirmed_on,
  provenance_note,
  created_at,
  modified_at
from core.wijkkrant
where published;

create view api.wijkkrant_area as
select
  wijkkrant_key,
  area_key
from core.wijkkrant_area
where visible;

create view api.indicator as
select
  key,
  id,
  slug,
  name,
  description,
  unit,
  decimals,
  provenance_source_key,
  provenance_locator,
  provenance_stated_on,
  provenance_confirmed_on,
  provenance_note,
  created_at,
  modified_at
from core.indicator
where published;

create view api.observation as
select
  key,
  id,
  indicator_key,
  area_key,
  time_period,
  value,
  status,
  provenance_source_key,
  provenance_locator,
  provenance_stated_on,
  provenance_confirmed_on,
  provenance_note,
  created_at,
  modified_at
from core.observation
where visible;

create view api.area_place as
select
  area_key,
  place_key
from core.area_place;

create view api.area_activity as
select
  area_key,
  activity_key
from core.area_activity;

create view api.search_document as
select
  kind,
  subject_key,
  subject_id,
  name,
  names,
  tsv
from core.search_document;
