using NodaTime;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Agenda.Schedules;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Data.Seeding;

namespace OpenSocialMap.Data.Agenda;

/// <summary>
/// What has to be done to the stored occurrences of some activities so that they are those that their schedules give. What an editor
/// changed is left alone, and so is the past of rules.
/// </summary>
internal sealed class OccurrenceChanges
{
    private readonly AgendaWindow _window;
    private readonly HolidayCalendars _holidays;
    private readonly Dictionary<(int Schedule, DateOnly Date), StoredOccurrence> _ofSchedules = [];
    private readonly Dictionary<string, StoredOccurrence> _orphans = [];
    private readonly HashSet<string> _ids;

    public OccurrenceChanges(List<StoredSchedule> schedules, List<StoredOccurrence> stored, AgendaWindow window, HolidayCalendars holidays)
    {
        (_window, _holidays) = (window, holidays);
        _ids = [.. stored.Select(occurrence => occurrence.Id)];
        foreach (var occurrence in stored)
        {
            if (occurrence is { ScheduleKey: { } schedule, OriginalDate: { } date })
                _ofSchedules.Add((schedule, date), occurrence);
            else
                _orphans.Add(occurrence.Id, occurrence);
        }
        foreach (var schedule in schedules)
            Compare(schedule);
        // Whose schedule is gone: what was to come of it is gone too.
        Gone.AddRange(_orphans.Values
            .Where(orphan => !orphan.Edited && orphan.Time.Date >= window.Day.ToDateOnly())
            .Select(orphan => orphan.Key));
    }

    public List<NewOccurrence> Added { get; } = [];

    /// <summary>Those with another time, or with the schedule that has come in place of a deleted one.</summary>
    public List<(int Key, int Schedule, OccurrenceTime Time)> Changed { get; } = [];

    /// <summary>The keys of those that are no more.</summary>
    public List<int> Gone { get; } = [];

    private void Compare(StoredSchedule schedule)
    {
        var (from, through) = schedule.Days(_window);
        var given = new HashSet<DateOnly>();
        foreach (var time in Times(schedule, from, through).Select(OccurrenceTime.Of))
        {
            if (given.Add(time.Date))
                Keep(schedule, time);
        }
        Gone.AddRange(_ofSchedules
            .Where(stored => stored.Key.Schedule == schedule.Key && !stored.Value.Edited && !given.Contains(stored.Key.Date)
                && stored.Key.Date >= from.ToDateOnly())
            .Select(stored => stored.Value.Key));
    }

    private IEnumerable<ScheduledTime> Times(StoredSchedule schedule, LocalDate from, LocalDate through)
    {
        if (schedule.Schedule is not { } stated || through < from)
            return [];
        // A calendar that is gone says nothing, so nothing is known of what depends on it.
        return stated.ExceptHolidays.Concat(stated.OnlyHolidays).All(_holidays.Codes.Contains) ? new Recurrence(stated, _holidays).Between(from, through) : [];
    }

    private void Keep(StoredSchedule schedule, OccurrenceTime time)
    {
        if (_ofSchedules.TryGetValue((schedule.Key, time.Date), out var stored))
        {
            if (!stored.Edited && stored.Time != time)
                Changed.Add((stored.Key, schedule.Key, time));
            return;
        }
        var name = $"{schedule.ActivityId}:{schedule.Position}:{time.Date:yyyy-MM-dd}";
        if (_orphans.Remove(PublicId.New(PublicId.Prefix<Occurrence>(), name, new HashSet<string>()), out var orphan))
        {
            Changed.Add((orphan.Key, schedule.Key, orphan.Edited ? orphan.Time : time));
            return;
        }
        var id = PublicId.New(PublicId.Prefix<Occurrence>(), name, _ids);
        _ids.Add(id);
        Added.Add(new(id, schedule.ActivityKey, schedule.Key, time));
    }
}

/// <summary>An occurrence to be stored; its original date is its date.</summary>
internal sealed record NewOccurrence(string Id, int ActivityKey, int ScheduleKey, OccurrenceTime Time);
