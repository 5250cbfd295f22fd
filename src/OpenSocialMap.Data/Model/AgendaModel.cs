using Microsoft.EntityFrameworkCore;

namespace OpenSocialMap.Data.Model;

/// <summary>How the agenda's tables hang together.</summary>
internal static class AgendaModel
{
    public static void ConfigureAgenda(this ModelBuilder model)
    {
        var schedule = model.Entity<Schedule>();
        schedule.HasKey(it => it.Key);
        schedule.HasOne(it => it.Activity).WithMany(activity => activity.Schedules).HasForeignKey(it => it.ActivityKey);

        var occurrence = model.Entity<Occurrence>();
        occurrence.HasKey(it => it.Key);
        occurrence.Property(it => it.Id).IsRequired();
        occurrence.HasOne(it => it.Activity).WithMany(activity => activity.Occurrences).HasForeignKey(it => it.ActivityKey);
        occurrence.HasOne(it => it.Schedule).WithMany().HasForeignKey(it => it.ScheduleKey);
        occurrence.HasOne(it => it.Place).WithMany().HasForeignKey(it => it.PlaceKey);

        var period = model.Entity<OpeningPeriod>();
        period.HasKey(it => it.Key);
        period.HasOne(it => it.Place).WithMany(place => place.OpeningHours).HasForeignKey(it => it.PlaceKey);
        period.OwnsOne(it => it.Provenance, owned => owned.HasOne(provenance => provenance.Source).WithMany().HasForeignKey(provenance => provenance.SourceKey));
        period.Navigation(it => it.Provenance).IsRequired();
        var span = model.Entity<OpeningSpan>();
        span.HasKey(it => it.Key);
        span.HasOne(it => it.Period).WithMany(it => it.Spans).HasForeignKey(it => it.PeriodKey);
        var interval = model.Entity<OpeningInterval>();
        interval.HasKey(it => it.Key);
        interval.HasOne(it => it.Place).WithMany().HasForeignKey(it => it.PlaceKey);

        model.Entity<HolidayCalendar>().HasKey(it => it.Key);
        var holiday = model.Entity<Holiday>();
        holiday.HasKey(it => it.Key);
        holiday.HasOne(it => it.Calendar).WithMany(calendar => calendar.Holidays).HasForeignKey(it => it.CalendarKey);
    }
}
