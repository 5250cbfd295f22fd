using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Migrations;

// One line for each SQL file, in order. A file that has been released never changes again: a change is a new file and a new line.

[DbContext(typeof(SocialMapContext)), Migration("0001_foundation")] internal sealed class Foundation : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0002_sources_and_areas")] internal sealed class SourcesAndAreas : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0003_meeting_places")] internal sealed class MeetingPlaces : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0004_activities")] internal sealed class Activities : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0005_papers_and_figures")] internal sealed class PapersAndFigures : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0006_divisions")] internal sealed class Divisions : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0007_search")] internal sealed class Search : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0008_settling")] internal sealed class Settling : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0009_api")] internal sealed class Api : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0010_finding")] internal sealed class Finding : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0011_presence")] internal sealed class Presence : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0012_rank")] internal sealed class Rank : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0013_settling_many")] internal sealed class SettlingMany : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0014_data_version")] internal sealed class DataVersion : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0015_changes")] internal sealed class Changes : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0016_schedules")] internal sealed class Schedules : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0017_agenda")] internal sealed class Occurrences : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0018_opening_hours")] internal sealed class OpeningHours : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0019_occurrence_changes")] internal sealed class OccurrenceChanges : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0020_facets")] internal sealed class Facets : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0021_thresholds")] internal sealed class Thresholds : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0022_search_grows_up")] internal sealed class SearchGrowsUp : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0023_help_routes")] internal sealed class HelpRoutes : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0030_tiles")] internal sealed class Tiles : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0036_summaries")] internal sealed class Summaries : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0040_coverage")] internal sealed class WalkIns : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0041_lacunes")] internal sealed class Lacunes : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0042_freshness")] internal sealed class Freshness : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0043_succession")] internal sealed class Succession : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0044_quarrels")] internal sealed class Quarrels : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0045_area_agenda")] internal sealed class AreaAgenda : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0046_language_level")] internal sealed class LanguageLevels : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0047_names_of_an_area")] internal sealed class NamesOfAnArea : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0050_settling_what_was_touched")] internal sealed class SettlingWhatWasTouched : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0051_call_list")] internal sealed class CallList : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0060_datasets_and_releases")] internal sealed class DatasetsAndReleases : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0061_raw_counts")] internal sealed class RawCounts : SqlMigration;
[DbContext(typeof(SocialMapContext)), Migration("0062_figures_shown")] internal sealed class FiguresShown : SqlMigration;
