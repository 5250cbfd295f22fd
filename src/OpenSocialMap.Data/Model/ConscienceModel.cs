using Microsoft.EntityFrameworkCore;

namespace OpenSocialMap.Data.Model;

/// <summary>How the tables hang together that say what is known, how well, and since when.</summary>
internal static class ConscienceModel
{
    public static void ConfigureConscience(this ModelBuilder model)
    {
        var walkIn = model.Entity<WalkIn>();
        walkIn.HasOne(it => it.Activity).WithMany().HasForeignKey(it => it.ActivityKey);
        walkIn.HasOne(it => it.Area).WithMany().HasForeignKey(it => it.AreaKey);

        var norm = model.Entity<Norm>();
        norm.PrimitiveCollection(it => it.Themes).ElementType().HasConversion<SpellingConverter<Theme>>();
        norm.PrimitiveCollection(it => it.TargetGroups).ElementType().HasConversion<SpellingConverter<TargetGroup>>();

        model.Entity<FreshnessRule>().HasKey(it => it.Key);
        var confirmation = model.Entity<Confirmation>();
        confirmation.HasKey(it => it.Key);
        confirmation.HasOne(it => it.Partner).WithMany().HasForeignKey(it => it.PartnerKey);

        model.Entity<PlaceVersion>().HasOne(it => it.Place).WithMany(place => place.History).HasForeignKey(it => it.PlaceKey);
    }
}
