using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Seeding;

// Filling in opening hours: a row is a span, and rows with the same place and period are one period.
internal sealed partial class SeedImport
{
    static readonly string[] _ofPeriod = ["kind", "priority", "valid_from", "valid_through", "source", "stated_on"];

    ILookup<string, SeedRow> _openingHours = null!;

    void FindOpeningHours()
    {
        foreach (var row in tables.OpeningHours)
            _registers.MeetingPlaces.FindRequired(row, "place");
        _openingHours = tables.OpeningHours.ToLookup(row => row.Cells["place"]);
    }

    void FillOpeningHours(MeetingPlace place, string slug)
    {
        var stated = _openingHours[slug].GroupBy(row => row.Cells["period"]).Select((rows, index) => (Position: index + 1, Rows: rows.ToList()));
        Synchronise(
            place.OpeningHours,
            stated,
            (period, it) => period.Position == it.Position,
            it => new OpeningPeriod { Position = it.Position },
            (period, it) => FillPeriod(period, it.Rows));
    }

    void FillPeriod(OpeningPeriod period, List<SeedRow> rows)
    {
        var first = rows[0];
        period.Name = first.Text("period");
        period.Kind = first.RequiredChoice<OpeningPeriodKind>("kind");
        period.Priority = first.Integer("priority") ?? 0;
        period.ValidFrom = first.Date("valid_from");
        period.ValidThrough = first.Date("valid_through");
        FillProvenance(period, first);
        if (period.ValidThrough < period.ValidFrom)
            first.Problem("valid_through", "the end is before the start; exchange them");
        foreach (var row in rows.Skip(1))
            foreach (var column in _ofPeriod.Where(column => row.Cells[column] != first.Cells[column]))
                row.Problem(column, "another row of this period says otherwise; make them agree, or give this row a period of its own");
        var spans = rows.Where(row => row.Text("state") is not null).Select((row, index) => (Position: index + 1, Row: row)).ToList();
        if (spans.Count == 0 && period.Kind != OpeningPeriodKind.Override)
            first.Problem("state", "only an OVERRIDE can do without, and means closed; fill in what the place is then");
        Synchronise(
            period.Spans,
            spans,
            (span, it) => span.Position == it.Position,
            it => new OpeningSpan { Position = it.Position },
            (span, it) => FillSpan(span, it.Row));
    }

    void FillSpan(OpeningSpan span, SeedRow row)
    {
        span.State = row.RequiredChoice<OpeningState>("state");
        span.Role = row.Text("role");
        span.WholeDay = row.Boolean("whole_day") ?? false;
        FillTimetable(span, row);
        if (span is { WholeDay: true, StartTime: not null })
            row.Problem("whole_day", "all day and from a clock time can't both be; empty one of them");
    }
}
