using System.Globalization;
using System.Text.RegularExpressions;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Agenda.Schedules;
using OpenSocialMap.Data.Agenda;
using OpenSocialMap.Data.Model;
using DayPart = OpenSocialMap.Data.Model.DayPart;
using Schedule = OpenSocialMap.Data.Model.Schedule;

namespace OpenSocialMap.Data.Seeding;

// Filling in schedules: the first in the activity's own row, more of them in a file of their own.
internal sealed partial class SeedImport
{
    ILookup<string, SeedRow> _furtherSchedules = null!;
    HolidayCalendars _calendars = HolidayCalendars.Computed;

    void FindSchedules()
    {
        foreach (var row in tables.Schedules)
        {
            _registers.Activities.FindRequired(row, "activity");
            _registers.Sources.FindRequired(row, "source");
            row.Required("stated_on");
            row.ReducedDate("stated_on");
        }
        _furtherSchedules = tables.Schedules.ToLookup(row => row.Cells["activity"]);
    }

    void FillSchedules(Activity activity, SeedRow row)
    {
        var stated = new Dictionary<int, SeedRow>();
        if (row.SaysAnyOf(SeedTables.ScheduleColumns))
            stated.Add(1, row);
        foreach (var further in _furtherSchedules[row.Cells["slug"]])
        {
            further.Required("position");
            if (further.Integer("position", 1, 100) is { } position && !stated.TryAdd(position, further))
                further.Problem("position", position == 1
                    ? "the activity's own row has its first schedule; begin here at 2"
                    : $"this activity has a schedule {position} already; give this row another number");
        }
        Synchronise(
            activity.Schedules,
            stated.OrderBy(schedule => schedule.Key),
            (schedule, it) => schedule.Position == it.Key,
            it => new Schedule { Position = it.Key },
            (schedule, it) => FillTimetable(schedule, it.Value));
    }

    /// <summary>Reads the columns that a row has of a timetable, and reports what in them can't be so.</summary>
    void FillTimetable(Timetable timetable, SeedRow row)
    {
        timetable.Text = row.Text("schedule_text");
        timetable.RepeatFrequency = row.ShapedOne("repeat_frequency", Duration(), "P1W");
        timetable.TimesPerPeriod = row.Integer("times_per_period", 1);
        timetable.ByDay = row.Shaped("by_day", WeekDay(), "WE, or 2WE for the second Wednesday");
        timetable.ByMonth = Numbers(row, "by_month", Month(), "9");
        timetable.ByMonthDay = Numbers(row, "by_month_day", MonthDay(), "15, or -1 for the last day");
        timetable.DayPart = row.Choice<DayPart>("day_part");
        timetable.StartDate = row.Date("start_date");
        timetable.EndDate = row.Date("end_date");
        timetable.StartTime = row.Time("start_time");
        timetable.EndTime = row.Time("end_time");
        if (row.Cells.ContainsKey("by_set_position"))
            FillRare(timetable, row);
        if (!row.HasProblem)
            Check(timetable, row);
    }

    static void FillRare(Timetable timetable, SeedRow row)
    {
        timetable.BySetPosition = Numbers(row, "by_set_position", SetPosition(), "1, or -1 for the last");
        timetable.RepeatCount = row.Integer("repeat_count", 1);
        timetable.ExceptDates = row.Dates("except_dates");
        timetable.ExtraDates = row.Dates("extra_dates");
        timetable.ExceptHolidays = [.. row.List("except_holidays")];
        timetable.OnlyHolidays = [.. row.List("only_holidays")];
    }

    void Check(Timetable timetable, SeedRow row)
    {
        if (StatedSchedule.Of(timetable) is not { } schedule)
        {
            row.Problem("repeat_frequency", $"{timetable.RepeatFrequency} mixes units; write one, such as P2W");
            return;
        }
        foreach (var problem in ScheduleProblems.Of(schedule, _calendars))
            row.Problem(DatabaseNames.Snake(problem.Field), $"{problem.Message}; {char.ToLowerInvariant(problem.Remedy[0])}{problem.Remedy[1..]}");
    }

    static List<int>? Numbers(SeedRow row, string column, Regex shape, string example) =>
        row.Shaped(column, shape, example) is { } parts && parts.TrueForAll(part => shape.IsMatch(part))
            ? [.. parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture))]
            : null;

    [GeneratedRegex(@"^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$")]
    private static partial Regex Duration();

    [GeneratedRegex("^(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$")]
    private static partial Regex WeekDay();

    [GeneratedRegex("^([1-9]|1[0-2])$")]
    private static partial Regex Month();

    [GeneratedRegex(@"^-?([1-9]|[12]\d|3[01])$")]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"^-?([1-9]|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6])$")]
    private static partial Regex SetPosition();
}
