using Microsoft.EntityFrameworkCore;

namespace OpenSocialMap.Data.Model;

/// <summary>How the tables hang together that help people find what suits them.</summary>
internal static class FindingModel
{
    public static void ConfigureFinding(this ModelBuilder model)
    {
        var fact = model.Entity<AccessibilityFact>();
        fact.HasKey(it => it.Key);
        fact.HasOne(it => it.Place).WithMany(place => place.Accessibility).HasForeignKey(it => it.PlaceKey);
        fact.OwnsOne(it => it.Provenance, owned => owned.HasOne(provenance => provenance.Source).WithMany().HasForeignKey(provenance => provenance.SourceKey));
        fact.Navigation(it => it.Provenance).IsRequired();

        model.Entity<Synonym>().HasKey(it => it.Key);
        var route = model.Entity<HelpRoute>();
        route.HasKey(it => it.Key);
        route.PrimitiveCollection(it => it.Themes).ElementType().HasConversion<SpellingConverter<Theme>>();
        route.PrimitiveCollection(it => it.TargetGroups).ElementType().HasConversion<SpellingConverter<TargetGroup>>();
    }
}
