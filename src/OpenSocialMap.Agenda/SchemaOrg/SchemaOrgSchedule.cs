using System.Text.Json.Nodes;
using OpenSocialMap.Agenda.Schedules;

namespace OpenSocialMap.Agenda.SchemaOrg;

/// <summary>A schedule as schema.org's <see href="https://schema.org/Schedule">Schedule</see>, a JSON-LD object.</summary>
/// <param name="Json">The object.</param>
/// <param name="LeftOut">The properties of the schedule that schema.org has no words for. What would be wrong without them is left out as well.</param>
public sealed record SchemaOrgSchedule(JsonObject Json, IReadOnlyList<string> LeftOut)
{
    public static SchemaOrgSchedule Of(Schedule schedule) => new(SchemaOrgWriter.Write(schedule), [.. SchemaOrgWriter.LeftOut(schedule)]);

    /// <summary>Reads an object of anybody; days as <c>https://schema.org/Wednesday</c>, <c>Wednesday</c>, <c>WE</c> or <c>2WE</c>.</summary>
    public static ScheduleReading Parse(JsonObject json) => new SchemaOrgReader(json).Read();
}
