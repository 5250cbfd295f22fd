using System.Globalization;
using NodaTime;
using OpenSocialMap.Agenda;
using OpenSocialMap.Agenda.ICalendar;

namespace OpenSocialMap.Server.Feeds;

/// <summary>
/// An agenda as a calendar that people subscribe to: one event for each schedule, with its rule, and what became of single times. A rule ends where the
/// question does, so that a calendar shows the same days as every other form. https://www.rfc-editor.org/rfc/rfc5545
/// </summary>
internal sealed class ICalendarFeed : SeriesFeed
{
    private const string TimeZone =
        """
        BEGIN:VTIMEZONE
        TZID:Europe/Amsterdam
        BEGIN:DAYLIGHT
        DTSTART:19810329T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        TZNAME:CEST
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        BEGIN:STANDARD
        DTSTART:19961027T030000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        TZNAME:CET
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        END:VTIMEZONE
        """;

    private readonly ICalendarText _text;

    public ICalendarFeed(Feed feed) : base(feed) => _text = new ICalendarText(Output);

    public override void Begin()
    {
        Lines("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//OpenSocialMap//Agenda//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH");
        _text.Text("NAME", Feed.Title);
        _text.Text("X-WR-CALNAME", Feed.Title);
        Lines($"SOURCE;VALUE=URI:{Feed.At(FeedFormat.ICalendar)}", "X-WR-TIMEZONE:Europe/Amsterdam", "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "X-PUBLISHED-TTL:PT6H");
        Lines(TimeZone.Split('\n'));
    }

    public override void Flush()
    {
    }

    protected override void WriteSeries(FeedActivity activity, IReadOnlyList<FeedOccurrence> times)
    {
        var all = SeriesDates.Of(activity, times, out var others);
        foreach (var series in all)
        {
            var uid = $"{activity.Id}{(series.Position == 1 ? "" : $"-{series.Position}")}@{Feed.Host}";
            var usual = series.AsPlanned is [var planned, ..] ? planned : series.Changed[0].Time with { Status = "SCHEDULED", StatusNote = null, Place = activity.Place };
            Event(uid, activity, usual, activity.ModifiedAt, activity.Uri, When(series));
            foreach (var (date, time) in series.Changed)
                Event(uid, activity, time, time.ModifiedAt, time.Uri, [Moment("RECURRENCE-ID", date, series.Schedule.StartTime), .. When(time)]);
        }
        foreach (var time in others)
            Event($"{time.Id}@{Feed.Host}", activity, time, time.ModifiedAt, time.Uri, When(time));
    }

    protected override void End() => _text.Line("END:VCALENDAR");

    private void Event(string uid, FeedActivity activity, FeedOccurrence time, DateTimeOffset modifiedAt, string address, string[] when)
    {
        var stamp = modifiedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Lines("BEGIN:VEVENT", $"UID:{uid}", $"DTSTAMP:{stamp}", $"LAST-MODIFIED:{stamp}");
        Lines(when);
        Lines(time.IsOff ? "STATUS:CANCELLED" : "STATUS:CONFIRMED");
        _text.Text("SUMMARY", Summary(activity, time));
        _text.Text("DESCRIPTION", Description(activity, time));
        if (time.Place is { } place)
        {
            _text.Text("LOCATION", FeedPlaces.Tell(place));
            if (place.ExactPoint is [var longitude, var latitude, ..])
                Lines(string.Create(CultureInfo.InvariantCulture, $"GEO:{latitude:F6};{longitude:F6}"));
        }
        Lines($"URL:{address}");
        _text.Texts("CATEGORIES", [.. activity.Themes.Select(Words.Label)]);
        Lines("END:VEVENT");
    }

    private string Summary(FeedActivity activity, FeedOccurrence time) =>
        $"{(Words.Statuses.TryGetValue(time.Status, out var status) ? $"{status}: " : "")}{activity.Name}{(Words.PartOfDay(time) is { } part ? $" ({part})" : "")}";

    private string Description(FeedActivity activity, FeedOccurrence time) => string.Join('\n', new[]
    {
        time.StatusNote,
        activity.Description,
        Words.Recurs(activity),
        Words.Price(activity),
        activity.Organiser is { } organiser ? $"{Words.Organiser}: {organiser.Name}" : null,
        Words.Warning(activity),
        Words.Provenance(activity),
    }.Where(line => !string.IsNullOrEmpty(line)));

    /// <summary>Readers disagree whether a list of dates without a rule begins with DTSTART; a rule of one time leaves no doubt.</summary>
    private static string[] When(SeriesDates series)
    {
        var lines = ICalendarRule.Print(series.Schedule, series.Schedule.StartDate ?? series.Schedule.ExtraDates[0])!.Split("\r\n");
        return series.Schedule is { RepeatFrequency: null, ExtraDates.Count: > 1 } ? [.. lines, "RRULE:FREQ=DAILY;COUNT=1"] : lines;
    }

    private static string[] When(FeedOccurrence time)
    {
        var (start, end) = (Clock(time.StartTime), Clock(time.EndTime));
        var (first, last) = (LocalDate.FromDateOnly(time.Date), LocalDate.FromDateOnly(time.EndDate));
        var begins = Moment("DTSTART", first, start);
        return start is not null && end is not null ? [begins, Moment("DTEND", last, end)]
            : start is null && last > first ? [begins, Moment("DTEND", last.PlusDays(1), null)]
            : [begins];
    }

    private static string Moment(string name, LocalDate date, LocalTime? time) => time is { } clock
        ? $"{name};TZID={AmsterdamTime.Zone.Id}:{(date + clock).ToString("uuuuMMdd'T'HHmmss", CultureInfo.InvariantCulture)}"
        : $"{name};VALUE=DATE:{date.ToString("uuuuMMdd", CultureInfo.InvariantCulture)}";

    private static LocalTime? Clock(TimeOnly? time) => time is { } clock ? LocalTime.FromTimeOnly(clock) : null;

    private void Lines(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
            _text.Line(line.TrimEnd('\r'));
    }
}
