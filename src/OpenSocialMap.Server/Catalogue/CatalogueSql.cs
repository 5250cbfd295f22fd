namespace OpenSocialMap.Server.Catalogue;

/// <summary>The statements behind the catalogue, over the views of what is published. Each gives JSON, and the version of the data that it saw.</summary>
internal static class CatalogueSql
{
    /// <summary>$1: the dataset's slug; empty for all.</summary>
    public const string Datasets = """
        select
          coalesce((select json_agg(found)::text from (
            select
              dataset.slug,
              dataset.name,
              dataset.name_english as "nameEnglish",
              dataset.description,
              dataset.description_english as "descriptionEnglish",
              (select programme.name from api.programme where programme.key = dataset.programme_key) as programme,
              coalesce(
                (select partner.name from api.partner where partner.key = dataset.publisher_key),
                (select source.publisher from api.source where source.key = dataset.provenance_source_key)
              ) as publisher,
              dataset.licence,
              dataset.attribution,
              dataset.protection_method as method,
              dataset.protection_reason as "methodReason",
              dataset.minimum_count as "minimumCount",
              dataset.rounding_base as "roundingBase",
              dataset.keywords,
              coalesce((select json_agg(dimensions) from (
                select
                  dimension.code,
                  dimension.name,
                  dimension.name_english as "nameEnglish",
                  coalesce((select json_agg(categories) from (
                    select category.code, category.name, category.name_english as "nameEnglish"
                    from api.category
                    where category.dimension_key = dimension.key
                    order by category.position, category.code
                  ) as categories), '[]') as categories
                from api.dimension
                where dimension.dataset_key = dataset.key
                order by dimension.position, dimension.code
              ) as dimensions), '[]') as dimensions,
              coalesce((select json_agg(indicators) from (
                select
                  indicator.code,
                  indicator.slug,
                  indicator.name,
                  indicator.name_english as "nameEnglish",
                  indicator.description,
                  indicator.description_english as "descriptionEnglish",
                  indicator.unit,
                  indicator.decimals,
                  indicator.counting_unit as "countingUnit",
                  (select numerator.code from api.indicator as numerator where numerator.key = indicator.numerator_key) as numerator,
                  (select denominator.code from api.indicator as denominator where denominator.key = indicator.denominator_key) as denominator,
                  indicator.cbs_equivalent as "cbsEquivalent",
                  indicator.minimum_count as "minimumCount"
                from api.indicator
                where indicator.dataset_key = dataset.key
                  and indicator.code is not null
                order by indicator.key
              ) as indicators), '[]') as indicators,
              coalesce((select json_agg(releases) from (
                select
                  release.key,
                  release.number,
                  release.published_on as "publishedOn",
                  release.notes,
                  release.checksum,
                  release.time_periods as "timePeriods",
                  release.first_key as "firstKey",
                  release.observation_count as "observationCount",
                  release.status,
                  release.withdrawn_on as "withdrawnOn",
                  release.withdrawn_reason as "withdrawnReason"
                from api.release
                where release.dataset_key = dataset.key
                order by release.number desc
              ) as releases), '[]') as releases
            from api.dataset
            where $1 in ('', dataset.slug)
            order by dataset.name, dataset.key
          ) as found), '[]'),
          (select version from api.data_version)
        """;

    /// <summary>How many figures a page has at most; the statement says so itself, or PostgreSQL would prepare for a part of all that there are.</summary>
    public const int FiguresPerPage = 1000;

    /// <summary>The figures with the keys from $1 on and before $2, in the order of the release's file; a page at most.</summary>
    public static readonly string Figures = $"""
        select
          coalesce((select json_agg(found)::text from (
            {FigureColumns}
            from (
              select *
              from api.observation
              where key >= $1
                and key < $2
              order by key
              limit {FiguresPerPage}
            ) as observation
            {FigureNames}
            order by observation.key
          ) as found), '[]'),
          (select version from api.data_version)
        """;

    /// <summary>The next areas (after the key $2, $3 of them) that the release $1 has figures of, each with those.</summary>
    public const string FiguresByArea = $"""
        select
          coalesce((select json_agg(found)::text from (
            select
              here.key,
              coalesce(here.code, here.slug) as code,
              here.name,
              case when here.code is not null then here.year end as year,
              here.kind as level,
              ST_AsGeoJSON(here.geometry, 6) as outline,
              (select json_agg(figures) from (
                {FigureColumns}
                from api.observation
                {FigureNames}
                where observation.area_key = here.key
                  and observation.release_key = $1
                order by observation.key
              ) as figures) as figures
            from (
              select *
              from api.area
              where area.key > $2
                and exists (select from api.observation where observation.area_key = area.key and observation.release_key = $1)
              order by area.key
              limit $3
            ) as here
            order by here.key
          ) as found), '[]'),
          (select version from api.data_version)
        """;

    /// <summary>For what the release $1 has figures of the indicator $2: of the period $3 (empty: any), the breakdown $4 (*: any) and the level $5 (empty: any); $6 at most.</summary>
    public const string Choices = $"""
        select
          coalesce((select json_agg(found)::text from (
            select
              observation.time_period as "timePeriod",
              observation.breakdown,
              area.kind as level,
              coalesce(area.code, area.slug) as area
            from api.observation
            join api.area
              on area.key = observation.area_key
            where observation.release_key = $1
              and observation.indicator_key = {OfIndicator}
              and observation.time_period = any (array(
                select time_period
                from api.release
                cross join unnest(release.time_periods) as time_period
                where release.key = $1
                  and $3 in ('', time_period)
              ))
              and $4 in ('*', observation.breakdown)
              and $5 in ('', area.kind)
            order by
              observation.time_period desc,
              observation.breakdown <> '',
              array_position(array['WIJK', 'BUURT', 'WERKGEBIED', 'MUNICIPALITY'], area.kind),
              observation.key
            limit $6
          ) as found), '[]'),
          (select version from api.data_version)
        """;

    /// <summary>The figures of the release $1 for the indicator $2, the period $3 and the breakdown $4 in the areas of the level $5, with their outlines; $6 at most.</summary>
    public const string Map = $"""
        with shown as materialized (
          select
            observation.key,
            observation.area_key,
            observation.value,
            observation.status
          from api.observation
          where observation.release_key = $1
            and observation.indicator_key = {OfIndicator}
            and observation.time_period = $3
            and observation.breakdown = $4
        )
        select
          coalesce((select json_agg(found)::text from (
            select
              coalesce(area.code, area.slug) as code,
              area.name,
              shown.value,
              shown.status,
              ST_AsGeoJSON(area.geometry, 6) as outline
            from shown
            join api.area
              on area.key = shown.area_key
             and area.kind = $5
            order by shown.key
            limit $6
          ) as found), '[]'),
          (select version from api.data_version)
        """;

    /// <summary>The figures of the release $1 for the indicator $2 and the breakdown $3 in the areas $4, period by period.</summary>
    public const string Series = $"""
        select
          coalesce((select json_agg(found)::text from (
            select
              coalesce(area.code, area.slug) as code,
              area.slug,
              area.name,
              observation.time_period as "timePeriod",
              observation.value,
              observation.status
            from api.observation
            join api.area
              on area.key = observation.area_key
            where observation.release_key = $1
              and observation.indicator_key = {OfIndicator}
              and observation.breakdown = $3
              and observation.area_key = any (array(select area.key from api.area where area.code = any ($4) or area.slug = any ($4)))
            order by observation.key
          ) as found), '[]'),
          (select version from api.data_version)
        """;

    // Found before the observations, which are then looked up by its key: a join would look at those of each indicator.
    private const string OfIndicator = "any (array(select indicator.key from api.indicator where indicator.code = $2))";

    private const string FigureColumns = """
        select
          indicator.code as indicator,
          coalesce(area.code, area.slug) as area,
          area.name as "areaName",
          case when area.code is not null then area.year end as "areaYear",
          observation.time_period as "timePeriod",
          observation.breakdown,
          observation.value,
          observation.status,
          observation.confidentiality,
          observation.note,
          source.slug as source,
          observation.provenance_locator as locator,
          observation.provenance_stated_on as "statedOn"
        """;

    private const string FigureNames = """
        join api.indicator
          on indicator.key = observation.indicator_key
        join api.area
          on area.key = observation.area_key
        left join api.source
          on source.key = observation.provenance_source_key
        """;
}
