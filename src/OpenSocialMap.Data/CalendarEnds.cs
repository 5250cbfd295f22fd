using System.Runtime.CompilerServices;

namespace OpenSocialMap.Data;

/// <summary>Keeps the first and the last day of the calendar days: Npgsql would send them to PostgreSQL as infinities, and those can't be counted with.</summary>
internal static class CalendarEnds
{
    // Npgsql asks once, before its first connection, whoever makes that.
#pragma warning disable CA2255
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void AreDays() => AppContext.SetSwitch("Npgsql.DisableDateTimeInfinityConversions", true);
}
