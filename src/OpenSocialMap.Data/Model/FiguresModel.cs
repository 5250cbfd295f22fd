using Microsoft.EntityFrameworkCore;

namespace OpenSocialMap.Data.Model;

/// <summary>How datasets, releases, indicators and observations hang together.</summary>
internal static class FiguresModel
{
    public static void ConfigureFigures(this ModelBuilder model)
    {
        var dataset = model.Entity<Dataset>();
        dataset.HasOne(it => it.Programme).WithMany().HasForeignKey(it => it.ProgrammeKey);
        dataset.HasOne(it => it.Publisher).WithMany().HasForeignKey(it => it.PublisherKey);

        var dimension = model.Entity<Dimension>();
        dimension.HasKey(it => it.Key);
        dimension.HasOne(it => it.Dataset).WithMany(it => it.Dimensions).HasForeignKey(it => it.DatasetKey);

        var category = model.Entity<Category>();
        category.HasKey(it => it.Key);
        category.HasOne(it => it.Dimension).WithMany(it => it.Categories).HasForeignKey(it => it.DimensionKey);
        category.HasOne(it => it.Parent).WithMany().HasForeignKey(it => it.ParentKey);

        var release = model.Entity<Release>();
        release.HasKey(it => it.Key);
        release.Property(it => it.Id).IsRequired();
        release.HasOne(it => it.Dataset).WithMany(it => it.Releases).HasForeignKey(it => it.DatasetKey);

        var indicator = model.Entity<Indicator>();
        indicator.HasOne(it => it.Dataset).WithMany(it => it.Indicators).HasForeignKey(it => it.DatasetKey);
        indicator.HasOne(it => it.Programme).WithMany().HasForeignKey(it => it.ProgrammeKey);
        indicator.HasOne(it => it.Numerator).WithMany().HasForeignKey(it => it.NumeratorKey);
        indicator.HasOne(it => it.Denominator).WithMany().HasForeignKey(it => it.DenominatorKey);

        var observation = model.Entity<Observation>();
        observation.ToView("observation", "api");
        observation.HasKey(it => it.Key);
        observation.Property(it => it.Id).IsRequired();
        observation.HasOne(it => it.Release).WithMany(it => it.Observations).HasForeignKey(it => it.ReleaseKey);
        observation.HasOne(it => it.Dataset).WithMany().HasForeignKey(it => it.DatasetKey);
        observation.HasOne(it => it.Indicator).WithMany(it => it.Observations).HasForeignKey(it => it.IndicatorKey);
        observation.HasOne(it => it.Area).WithMany(it => it.Observations).HasForeignKey(it => it.AreaKey);
        observation.OwnsOne(it => it.Provenance, owned => owned.HasOne(provenance => provenance.Source).WithMany()
            .HasForeignKey(provenance => provenance.SourceKey));
        observation.Navigation(it => it.Provenance).IsRequired();
    }
}
