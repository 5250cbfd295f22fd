using NodaTime;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Data.Model;
using Holiday = OpenSocialMap.Data.Model.Holiday;
using HolidayCalendar = OpenSocialMap.Data.Model.HolidayCalendar;
using StatedHoliday = OpenSocialMap.Agenda.Holidays.Holiday;

namespace OpenSocialMap.Data.Seeding;

// Filling in holidays that are published year by year. What an editor added to a calendar stays.
internal sealed partial class SeedImport
{
    void FillHolidays()
    {
        var calendars = context.HolidayCalendars.Local.ToDictionary(calendar => calendar.Code);
        var listed = new HashSet<(string, DateOnly, string)>();
        foreach (var row in tables.SchoolHolidays)
        {
            var code = row.Slug("calendar");
            var name = row.Required("name");
            row.Required("start_date");
            row.Required("end_date");
            var source = row.Website("source_url");
            var statedOn = row.ReducedDate("stated_on");
            if (row.Date("start_date") is not { } start || row.Date("end_date") is not { } end || code == "")
                continue;
            if (end < start)
                row.Problem("end_date", "the end is before the start; exchange them");
            if (code == new DutchPublicHolidays().Code)
                row.Problem("calendar", "public holidays are worked out; give this calendar another code");
            if (!listed.Add((code, start, name)))
                row.Problem("name", "this holiday is there already; remove one of the rows");
            if (!calendars.TryGetValue(code, out var calendar))
            {
                calendars.Add(code, calendar = new HolidayCalendar { Code = code, Name = code });
                context.Add(calendar);
            }
            var holiday = calendar.Holidays.Find(it => it.StartDate == start && it.Name == name);
            if (holiday is null)
                calendar.Holidays.Add(holiday = new Holiday { Name = name, StartDate = start });
            holiday.EndDate = end;
            holiday.SourceUrl = source;
            holiday.StatedOn = statedOn;
        }
        _calendars = new HolidayCalendars([new DutchPublicHolidays(), .. calendars.Values.Where(it => it.Code != new DutchPublicHolidays().Code).Select(Stated)]);
    }

    // One that ends before it starts is reported already.
    static StatedHolidays Stated(HolidayCalendar calendar) => new(calendar.Code, calendar.Holidays
        .Where(holiday => holiday.EndDate >= holiday.StartDate)
        .Select(holiday => new StatedHoliday(holiday.Name, LocalDate.FromDateOnly(holiday.StartDate), LocalDate.FromDateOnly(holiday.EndDate))));
}
