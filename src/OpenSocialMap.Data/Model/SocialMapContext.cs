using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;
using OpenSocialMap.Data.Migrations;

namespace OpenSocialMap.Data.Model;

/// <summary>The editorial data as objects, for whatever writes. Reading for the world goes through the views of api instead.</summary>
public sealed class SocialMapContext(DbContextOptions<SocialMapContext> options) : DbContext(options)
{
    public DbSet<Source> Sources => Set<Source>();
    public DbSet<Area> Areas => Set<Area>();
    public DbSet<WerkgebiedWijk> WerkgebiedWijken => Set<WerkgebiedWijk>();
    public DbSet<Partner> Partners => Set<Partner>();
    public DbSet<MeetingPlace> MeetingPlaces => Set<MeetingPlace>();
    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<Activity> Activities => Set<Activity>();
    public DbSet<Schedule> Schedules => Set<Schedule>();
    public DbSet<Occurrence> Occurrences => Set<Occurrence>();
    public DbSet<OpeningPeriod> OpeningPeriods => Set<OpeningPeriod>();
    public DbSet<OpeningSpan> OpeningSpans => Set<OpeningSpan>();
    public DbSet<AccessibilityFact> AccessibilityFacts => Set<AccessibilityFact>();
    public DbSet<Synonym> Synonyms => Set<Synonym>();
    public DbSet<HelpRoute> HelpRoutes => Set<HelpRoute>();
    public DbSet<HolidayCalendar> HolidayCalendars => Set<HolidayCalendar>();
    public DbSet<Holiday> Holidays => Set<Holiday>();
    public DbSet<Wijkkrant> Wijkkranten => Set<Wijkkrant>();
    public DbSet<Dataset> Datasets => Set<Dataset>();
    public DbSet<Dimension> Dimensions => Set<Dimension>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Release> Releases => Set<Release>();
    public DbSet<Indicator> Indicators => Set<Indicator>();
    public DbSet<Observation> Observations => Set<Observation>();
    public DbSet<AlternateName> AlternateNames => Set<AlternateName>();
    public DbSet<WalkIn> WalkIns => Set<WalkIn>();
    public DbSet<Norm> Norms => Set<Norm>();
    public DbSet<FreshnessRule> FreshnessRules => Set<FreshnessRule>();
    public DbSet<Confirmation> Confirmations => Set<Confirmation>();
    public DbSet<Ending> Endings => Set<Ending>();
    public DbSet<PlaceVersion> PlaceVersions => Set<PlaceVersion>();

    /// <summary>A context over a data source that knows geometry (<see cref="GeometryTypes.UseGeometry"/>).</summary>
    public static SocialMapContext Over(NpgsqlDataSource source)
    {
        var options = new DbContextOptionsBuilder<SocialMapContext>();
        options.UseNpgsql(source, npgsql => npgsql.MigrationsHistoryTable(DatabaseMigrations.HistoryTable, DatabaseMigrations.HistorySchema));
        options.MapGeometry();
        // The migrations are SQL, so there is no snapshot to compare with; a test compares the model with the migrated database itself.
        options.ConfigureWarnings(warnings => warnings.Ignore(Microsoft.EntityFrameworkCore.Diagnostics.RelationalEventId.PendingModelChangesWarning));
        return new(options.Options);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<SourceKind>().HaveConversion<SpellingConverter<SourceKind>>();
        configurationBuilder.Properties<AreaKind>().HaveConversion<SpellingConverter<AreaKind>>();
        configurationBuilder.Properties<GeometryDetail>().HaveConversion<SpellingConverter<GeometryDetail>>();
        configurationBuilder.Properties<Coverage>().HaveConversion<SpellingConverter<Coverage>>();
        configurationBuilder.Properties<PartnerKind>().HaveConversion<SpellingConverter<PartnerKind>>();
        configurationBuilder.Properties<PlaceKind>().HaveConversion<SpellingConverter<PlaceKind>>();
        configurationBuilder.Properties<LocationPrecision>().HaveConversion<SpellingConverter<LocationPrecision>>();
        configurationBuilder.Properties<RecordStatus>().HaveConversion<SpellingConverter<RecordStatus>>();
        configurationBuilder.Properties<Access>().HaveConversion<SpellingConverter<Access>>();
        configurationBuilder.Properties<LanguageLevel>().HaveConversion<SpellingConverter<LanguageLevel>>();
        configurationBuilder.Properties<DayPart>().HaveConversion<SpellingConverter<DayPart>>();
        configurationBuilder.Properties<OccurrenceStatus>().HaveConversion<SpellingConverter<OccurrenceStatus>>();
        configurationBuilder.Properties<OpeningPeriodKind>().HaveConversion<SpellingConverter<OpeningPeriodKind>>();
        configurationBuilder.Properties<OpeningState>().HaveConversion<SpellingConverter<OpeningState>>();
        configurationBuilder.Properties<AccessibilityFeature>().HaveConversion<SpellingConverter<AccessibilityFeature>>();
        configurationBuilder.Properties<PartnerRole>().HaveConversion<SpellingConverter<PartnerRole>>();
        configurationBuilder.Properties<ProgrammeKind>().HaveConversion<SpellingConverter<ProgrammeKind>>();
        configurationBuilder.Properties<NameKind>().HaveConversion<SpellingConverter<NameKind>>();
        configurationBuilder.Properties<ObservationStatus>().HaveConversion<SpellingConverter<ObservationStatus>>();
        configurationBuilder.Properties<Confidentiality>().HaveConversion<SpellingConverter<Confidentiality>>();
        configurationBuilder.Properties<ProtectionMethod>().HaveConversion<SpellingConverter<ProtectionMethod>>();
        configurationBuilder.Properties<ZeroPolicy>().HaveConversion<SpellingConverter<ZeroPolicy>>();
        configurationBuilder.Properties<ReleaseStatus>().HaveConversion<SpellingConverter<ReleaseStatus>>();
        configurationBuilder.Properties<Measure>().HaveConversion<SpellingConverter<Measure>>();
        configurationBuilder.Properties<CountingUnit>().HaveConversion<SpellingConverter<CountingUnit>>();
        configurationBuilder.Properties<NormBasis>().HaveConversion<SpellingConverter<NormBasis>>();
        configurationBuilder.Properties<ConfirmationRole>().HaveConversion<SpellingConverter<ConfirmationRole>>();
        configurationBuilder.Properties<Origin>().HaveConversion<SpellingConverter<Origin>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("core");
        // Keys first: until they are set, EF Core takes the public Id for the key that relations point at.
        modelBuilder.Entity<Source>().HasKey(source => source.Key);
        modelBuilder.Entity<Source>().Property(source => source.Id).IsRequired();
        var area = Editorial<Area>(modelBuilder);
        var place = Editorial<MeetingPlace>(modelBuilder);
        var activity = Editorial<Activity>(modelBuilder);
        var programme = Editorial<Programme>(modelBuilder);
        var paper = Editorial<Wijkkrant>(modelBuilder);
        modelBuilder.ConfigureAgenda();
        modelBuilder.ConfigureFinding();
        Editorial<Partner>(modelBuilder);
        Editorial<AlternateName>(modelBuilder);
        Editorial<Indicator>(modelBuilder);
        Editorial<Dataset>(modelBuilder);
        Editorial<WalkIn>(modelBuilder);
        Editorial<Norm>(modelBuilder);
        Editorial<Ending>(modelBuilder);
        Editorial<PlaceVersion>(modelBuilder);
        modelBuilder.ConfigureConscience();
        modelBuilder.ConfigureFigures();

        ConfigureAreas(area, modelBuilder);
        ConfigurePlaces(place);
        ConfigureActivities(activity);
        ConfigureProgrammes(programme);
        ConfigurePapers(paper);
        DatabaseNames.Apply(modelBuilder.Model);
        LeaveToDatabase(modelBuilder.Model);
    }

    static EntityTypeBuilder<T> Editorial<T>(ModelBuilder model)
        where T : EditorialFact
    {
        model.Entity<T>().HasKey(fact => fact.Key);
        if (typeof(T).IsAssignableTo(typeof(Record)))
            model.Entity<T>().Property(nameof(Record.Id)).IsRequired();
        return Stated<T>(model);
    }

    static EntityTypeBuilder<T> Stated<T>(ModelBuilder model)
        where T : Fact
    {
        var entity = model.Entity<T>();
        entity.OwnsOne(fact => fact.Provenance, owned => owned.HasOne(provenance => provenance.Source).WithMany()
            .HasForeignKey(provenance => provenance.SourceKey));
        entity.Navigation(fact => fact.Provenance).IsRequired();
        return entity;
    }

    static void ConfigureAreas(EntityTypeBuilder<Area> area, ModelBuilder model)
    {
        area.HasDiscriminator<AreaKind>("Kind")
            .HasValue<Municipality>(AreaKind.Municipality)
            .HasValue<Wijk>(AreaKind.Wijk)
            .HasValue<Buurt>(AreaKind.Buurt)
            .HasValue<Werkgebied>(AreaKind.Werkgebied);
        area.HasOne(it => it.Municipality).WithMany().HasForeignKey(it => it.MunicipalityKey);
        model.Entity<Municipality>().Ignore(municipality => municipality.Wijken)
            .Ignore(municipality => municipality.Buurten).Ignore(municipality => municipality.Werkgebieden);
        area.HasMany(it => it.MeetingPlaces).WithMany(place => place.Areas).UsingEntity(
            "AreaPlace",
            link => link.HasOne(typeof(MeetingPlace)).WithMany().HasForeignKey("PlaceKey"),
            link => link.HasOne(typeof(Area)).WithMany().HasForeignKey("AreaKey"),
            link => link.IndexerProperty<string>("Name").IsRequired());
        area.HasMany(it => it.Activities).WithMany(activity => activity.Areas).UsingEntity(
            "AreaActivity",
            link => link.HasOne(typeof(Activity)).WithMany().HasForeignKey("ActivityKey"),
            link => link.HasOne(typeof(Area)).WithMany().HasForeignKey("AreaKey"),
            link => link.IndexerProperty<string>("Name").IsRequired());
        model.Entity<Buurt>().HasOne(buurt => buurt.Wijk).WithMany(wijk => wijk.Buurten).HasForeignKey(buurt => buurt.WijkKey);
        model.Entity<Werkgebied>().HasOne(werkgebied => werkgebied.UsedBy).WithMany().HasForeignKey(werkgebied => werkgebied.UsedByKey);
        model.Entity<Werkgebied>().HasMany(werkgebied => werkgebied.Wijken).WithMany(wijk => wijk.Werkgebieden).UsingEntity<WerkgebiedWijk>(
            link => link.HasOne(part => part.Wijk).WithMany(wijk => wijk.WerkgebiedLinks).HasForeignKey(part => part.WijkKey),
            link => link.HasOne(part => part.Werkgebied).WithMany(werkgebied => werkgebied.WijkLinks).HasForeignKey(part => part.WerkgebiedKey),
            link => link.HasKey(part => new { part.WerkgebiedKey, part.WijkKey }));
        Stated<WerkgebiedWijk>(model);
    }

    static void ConfigurePlaces(EntityTypeBuilder<MeetingPlace> place)
    {
        place.ComplexProperty(it => it.Address).IsRequired();
        place.HasOne(it => it.Area).WithMany().HasForeignKey(it => it.AreaKey);
        place.HasOne(it => it.Operator).WithMany(partner => partner.MeetingPlaces).HasForeignKey(it => it.OperatorKey);
        place.HasOne(it => it.ContainedInPlace).WithMany(it => it.ContainsPlaces).HasForeignKey(it => it.ContainedInKey);
        place.HasOne(it => it.ReplacedBy).WithMany().HasForeignKey(it => it.ReplacedByKey);
        place.HasOne(it => it.Buurt).WithMany().HasForeignKey(it => it.BuurtKey);
        place.HasOne(it => it.Wijk).WithMany().HasForeignKey(it => it.WijkKey);
        place.HasOne(it => it.Municipality).WithMany().HasForeignKey(it => it.MunicipalityKey);
    }

    static void ConfigureActivities(EntityTypeBuilder<Activity> activity)
    {
        activity.PrimitiveCollection(it => it.Themes).ElementType().HasConversion<SpellingConverter<Theme>>();
        activity.PrimitiveCollection(it => it.TargetGroups).ElementType().HasConversion<SpellingConverter<TargetGroup>>();
        activity.HasOne(it => it.Place).WithMany(place => place.Activities).HasForeignKey(it => it.PlaceKey);
        activity.HasOne(it => it.Area).WithMany().HasForeignKey(it => it.AreaKey);
        activity.HasOne(it => it.Organiser).WithMany().HasForeignKey(it => it.OrganiserKey);
        activity.HasOne(it => it.SucceededBy).WithMany().HasForeignKey(it => it.SucceededByKey);
        activity.HasOne(it => it.Buurt).WithMany().HasForeignKey(it => it.BuurtKey);
        activity.HasOne(it => it.Wijk).WithMany().HasForeignKey(it => it.WijkKey);
        activity.HasOne(it => it.Municipality).WithMany().HasForeignKey(it => it.MunicipalityKey);
        activity.HasMany(it => it.Partners).WithMany(partner => partner.Activities).UsingEntity<ActivityPartner>(
            link => link.HasOne(part => part.Partner).WithMany(partner => partner.ActivityLinks).HasForeignKey(part => part.PartnerKey),
            link => link.HasOne(part => part.Activity).WithMany(it => it.PartnerLinks).HasForeignKey(part => part.ActivityKey),
            link => link.HasKey(part => new { part.ActivityKey, part.PartnerKey, part.Role }));
        activity.HasMany(it => it.Programmes).WithMany(programme => programme.Activities).UsingEntity<ActivityProgramme>(
            link => link.HasOne(part => part.Programme).WithMany().HasForeignKey(part => part.ProgrammeKey),
            link => link.HasOne(part => part.Activity).WithMany(it => it.ProgrammeLinks).HasForeignKey(part => part.ActivityKey),
            link => link.HasKey(part => new { part.ActivityKey, part.ProgrammeKey }));
    }

    static void ConfigureProgrammes(EntityTypeBuilder<Programme> programme)
    {
        programme.HasOne(it => it.PartOf).WithMany(it => it.Parts).HasForeignKey(it => it.PartOfKey);
        programme.HasOne(it => it.Lead).WithMany().HasForeignKey(it => it.LeadKey);
    }

    static void ConfigurePapers(EntityTypeBuilder<Wijkkrant> paper)
    {
        paper.HasOne(it => it.Publisher).WithMany(partner => partner.Wijkkranten).HasForeignKey(it => it.PublisherKey);
        paper.HasMany(it => it.Areas).WithMany(area => area.Wijkkranten).UsingEntity<WijkkrantArea>(
            link => link.HasOne(part => part.Area).WithMany().HasForeignKey(part => part.AreaKey),
            link => link.HasOne(part => part.Wijkkrant).WithMany(it => it.AreaLinks).HasForeignKey(part => part.WijkkrantKey),
            link => link.HasKey(part => new { part.WijkkrantKey, part.AreaKey }));
    }

    // What no caller can set, the database works out: never written, and read back only when asked for.
    static void LeaveToDatabase(IMutableModel model)
    {
        var derived = model.GetEntityTypes()
            .SelectMany(type => type.GetProperties())
            // Reflection doesn't show a derived type the private setters of its base.
            .Where(property => property.PropertyInfo is { SetMethod: not { IsPublic: true } } && !property.IsPrimaryKey());
        foreach (var property in derived)
        {
            property.ValueGenerated = ValueGenerated.Never;
            property.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
            property.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        }
    }
}
