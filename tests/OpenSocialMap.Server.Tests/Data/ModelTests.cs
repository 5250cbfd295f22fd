using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Infrastructure;
using OpenSocialMap.Data;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Server.Tests.Fixture;
using OpenSocialMap.Server.Tests.Repository;

namespace OpenSocialMap.Server.Tests.Data;

/// <summary>The objects that write and the database that they write to are the same model.</summary>
[Collection(DatabaseCollection.Name)]
public sealed class ModelTests(EmptyDatabase fixture) : IClassFixture<EmptyDatabase>
{
    // What the database keeps for itself.
    const string OwnTables = "'migration', 'area_within', 'area_agenda', 'search_document', 'word', 'stale', 'stale_subject', 'unsettled', 'moved', 'data_version', 'told', 'seeding', 'agenda_day', 'agenda_due', "
        + "'term', 'accessibility_need', 'accessibility_text', 'synonym_query', 'schedule_summary', 'opening_summary', 'opening_without_clock', "
        + "'breakdown', 'breakdown_category', 'citation', 'observation', 'observation_note', "
        + "'counted_walk_in', 'walk_in_coverage', 'walk_in_reach', 'lacune', 'unassessed', 'assessing'";

    readonly SocialMapDatabase _database = fixture.Database;

    [Fact]
    public async Task Each_column_of_the_database_is_a_property_of_the_same_type_and_nullability_and_the_reverse()
    {
        var inDatabase = await _database.Owner.RowsAsync(
            $"""
            select relname, attname, regexp_replace(format_type(atttypid, atttypmod), '\(.*', ''), case when attnotnull then 'not null' else 'null' end
            from pg_attribute
            join pg_class on pg_class.oid = attrelid
            where relnamespace = 'core'::regnamespace
              and relkind = 'r'
              and relname not in ({OwnTables})
              -- An activity's first schedule, which the database keeps beside it.
              and not (relname = 'activity' and attname like 'schedule\_%')
              and attnum > 0
              and not attisdropped
            """);
        await using var context = SocialMapContext.Over(_database.Owner);
        var inModel = context.GetService<IDesignTimeModel>();
        var columns = Columns(inModel.Model).ToList();
        Assert.Empty(inDatabase.Except(columns));
        Assert.Empty(columns.Except(inDatabase));
    }

    /// <summary>The server binds its schema with this file.</summary>
    [Fact]
    public void The_kept_map_of_the_entities_is_that_of_the_model()
    {
        using var context = SocialMapContext.Over(_database.Owner);
        var kept = Path.Combine(Clone.Root, "src/OpenSocialMap.Data/Model/entities.json");
        Golden.Equal(kept, EntityMap.Of(context.Model).Text());
    }

    static IEnumerable<string> Columns(IModel model) => model.GetRelationalModel().Tables
        .SelectMany(table => table.Columns.Select(column => $"{table.Name}|{column.Name}|{column.StoreType}|{(column.IsNullable ? "null" : "not null")}"));

    [Fact]
    public async Task Each_foreign_key_of_the_database_is_a_relation_of_the_model()
    {
        var inDatabase = await _database.Owner.RowsAsync(
            """
            select distinct conrelid::regclass::text, attname, confrelid::regclass::text
            from pg_constraint
            join pg_attribute on attrelid = conrelid and attnum = conkey[1]
            where contype = 'f'
              and connamespace = 'core'::regnamespace
              and conrelid not in ('core.breakdown'::regclass, 'core.breakdown_category'::regclass, 'core.citation'::regclass, 'core.area_within'::regclass,
                'core.area_agenda'::regclass, 'core.schedule_summary'::regclass, 'core.opening_summary'::regclass, 'core.opening_without_clock'::regclass)
            """);
        await using var context = SocialMapContext.Over(_database.Owner);
        // What is only read is a view, and stands on foreign keys of other tables.
        var inModel = context.Model.GetEntityTypes().Where(type => type.GetViewName() is null).SelectMany(type => type.GetDeclaredForeignKeys())
            .Where(key => !key.IsOwnership)
            .Select(key => $"core.{key.DeclaringEntityType.GetTableName()}|{key.Properties[0].GetColumnName()}|core.{key.PrincipalEntityType.GetTableName()}")
            .Distinct();
        Assert.Empty(inDatabase.Except(inModel));
        Assert.Empty(inModel.Except(inDatabase));
    }

    [Theory]
    [InlineData("source", "kind", typeof(SourceKind))]
    [InlineData("area", "kind", typeof(AreaKind))]
    [InlineData("area", "geometry_detail", typeof(GeometryDetail))]
    [InlineData("werkgebied_wijk", "coverage", typeof(Coverage))]
    [InlineData("partner", "kind", typeof(PartnerKind))]
    [InlineData("meeting_place", "kind", typeof(PlaceKind))]
    [InlineData("meeting_place", "location_precision", typeof(LocationPrecision))]
    [InlineData("meeting_place", "status", typeof(RecordStatus))]
    [InlineData("activity", "themes", typeof(Theme))]
    [InlineData("activity", "target_groups", typeof(TargetGroup))]
    [InlineData("help_route", "themes", typeof(Theme))]
    [InlineData("help_route", "target_groups", typeof(TargetGroup))]
    [InlineData("activity", "access", typeof(Access))]
    [InlineData("activity", "status", typeof(RecordStatus))]
    [InlineData("schedule", "day_part", typeof(DayPart))]
    [InlineData("occurrence", "stated_day_part", typeof(DayPart))]
    [InlineData("occurrence", "status", typeof(OccurrenceStatus))]
    [InlineData("opening_period", "kind", typeof(OpeningPeriodKind))]
    [InlineData("opening_span", "state", typeof(OpeningState))]
    [InlineData("opening_interval", "state", typeof(OpeningState))]
    [InlineData("accessibility_fact", "feature", typeof(AccessibilityFeature))]
    [InlineData("activity_partner", "role", typeof(PartnerRole))]
    [InlineData("programme", "kind", typeof(ProgrammeKind))]
    [InlineData("alternate_name", "name_kind", typeof(NameKind))]
    [InlineData("dataset", "protection_method", typeof(ProtectionMethod))]
    [InlineData("dataset", "zero_policy", typeof(ZeroPolicy))]
    [InlineData("release", "status", typeof(ReleaseStatus))]
    [InlineData("indicator", "measure", typeof(Measure))]
    [InlineData("indicator", "counting_unit", typeof(CountingUnit))]
    [InlineData("norm", "basis", typeof(NormBasis))]
    [InlineData("norm", "themes", typeof(Theme))]
    [InlineData("norm", "target_groups", typeof(TargetGroup))]
    [InlineData("norm", "day_part", typeof(DayPart))]
    [InlineData("confirmation", "role", typeof(ConfirmationRole))]
    [InlineData("activity", "origin", typeof(Origin))]
    public async Task The_database_allows_exactly_the_values_of_an_enumeration(string table, string column, Type enumeration)
    {
        var allowed = await _database.Owner.RowsAsync(
            $"""
            select distinct value[1]
            from pg_constraint, regexp_matches(pg_get_constraintdef(oid), '''([A-Z_]+)''', 'g') as value
            where conrelid = 'core.{table}'::regclass
              and conname = '{table}_{column}_check'
            """);
        var spellings = (IEnumerable<string>)typeof(Spelling).GetMethod(nameof(Spelling.All))!.MakeGenericMethod(enumeration).Invoke(null, null)!;
        Assert.Equal(spellings.Order(StringComparer.Ordinal), allowed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Everything_that_can_be_written_comes_back_as_it_was()
    {
        var world = new World();
        var club = world.Partner("club");
        var hall = world.Place("hall", world.West, World.Point(4.61, 51.71), LocationPrecision.Exact);
        hall.Address = new() { StreetAddress = "Plein 1", PostalCode = "3311 AB", Note = "behind the church" };
        var soup = world.Activity("soup", hall);
        soup.Themes = [Theme.EatingTogether, Theme.Meeting];
        soup.TargetGroups = [TargetGroup.LowIncome];
        soup.InLanguage = ["nl", "ar-EG"];
        var wednesdays = new Schedule
        {
            Position = 1, Text = "iedere woensdag", RepeatFrequency = "P1W", ByDay = ["WE"], ByMonth = [1, 2], ByMonthDay = [-1], BySetPosition = [1],
            RepeatCount = 9, DayPart = DayPart.Morning, StartDate = new(2022, 1, 1), StartTime = new(9, 30), EndTime = new(11, 0),
            ExceptDates = [new(2022, 1, 5)], ExtraDates = [new(2022, 3, 1)], ExceptHolidays = ["nl"], OnlyHolidays = ["nl-school-midden"],
        };
        soup.Schedules.Add(wednesdays);
        soup.PartnerLinks.Add(new() { Partner = club, Role = PartnerRole.Host });
        soup.Provenance.ConfirmedOn = new(2023, 4, 5);
        await world.SaveAsync(_database.Owner, soup, world.Activity("walk"));

        await using var context = SocialMapContext.Over(_database.Owner);
        var read = await context.Activities.Include(it => it.Place).Include(it => it.PartnerLinks).Include(it => it.Schedules).Include(it => it.Wijk).Include(it => it.Areas)
            .SingleAsync(it => it.Slug == "soup");
        var schedule = read.Schedules.Single();
        schedule.Activity = wednesdays.Activity;
        Assert.Equivalent(wednesdays, schedule, strict: true);
        schedule.Activity = read;
        Assert.Equal(soup.Themes, read.Themes);
        Assert.Equal(soup.TargetGroups, read.TargetGroups);
        Assert.Equal(soup.InLanguage, read.InLanguage);
        Assert.Equivalent(hall.Address, read.Place!.Address, strict: true);
        Assert.Equal(hall.Location, read.Location);
        Assert.Equal(28992, read.LocationRd!.SRID);
        Assert.InRange(read.CreatedAt, DateTimeOffset.UnixEpoch.AddYears(50), read.ModifiedAt);
        Assert.Equal("west", read.Wijk!.Slug);
        Assert.Equal(["both", "town", "west"], read.Areas.Select(area => area.Slug).Order());
        Assert.Equal(PartnerRole.Host, read.PartnerLinks.Single().Role);
        Assert.Equal(new(2023, 4, 5), read.Provenance.ConfirmedOn);

        var walk = await context.Activities.SingleAsync(it => it.Slug == "walk");
        Assert.Empty(walk.Schedules);
        context.ChangeTracker.DetectChanges();
        Assert.False(context.ChangeTracker.HasChanges());
    }
}
