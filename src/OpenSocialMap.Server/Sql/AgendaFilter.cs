using System.Globalization;
using NpgsqlTypes;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Planning;

namespace OpenSocialMap.Server.Sql;

/// <summary>The arguments of lists of occurrences: from which day until which, on which weekdays, in which parts of the day, in which area.</summary>
internal static class AgendaFilter
{
    public const int MaxDays = 366;
    private static readonly object Today = new();
    private static readonly string[] Weekdays = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

    public static IEnumerable<(string Argument, string Sql)> Compile(StatementCompiler compiler, string alias, PlannedField field)
    {
        var writer = compiler.Writer;
        foreach (var condition in Period(compiler, alias, field))
            yield return condition;
        if (field.Argument("weekdays") is LeafInput weekdays)
            yield return ("weekdays", $"extract(isodow from {alias}.date) = any({writer.Parameter(NpgsqlDbType.Array | NpgsqlDbType.Integer, source => Numbers(weekdays, source))})");
        if (field.Argument("dayParts") is LeafInput parts)
            yield return ("dayParts", $"{alias}.day_part = any({DomainFilter.Texts(writer, parts)})");
    }

    /// <summary>The condition of being in an area. It says the days once more: PostgreSQL begins to read the area's agenda at the first of them.</summary>
    public static string InArea(StatementCompiler compiler, string alias, PlannedField field, string area)
    {
        string[] conditions =
        [
            $"m.area_key = {area}", $"m.agenda_at = {alias}.agenda_at", $"m.occurrence_key = {alias}.key",
            .. Period(compiler, "m", field).Select(condition => condition.Sql),
        ];
        return $"exists (select from api.area_agenda m where {string.Join(" and ", conditions)})";
    }

    /// <summary>
    /// The condition of being near a point: few occurrences are elsewhere than their activity, and those are where their own place is. As arrays both are
    /// looked up in an index: few activities are near one point, and to follow the time instead is to read the whole country's agenda.
    /// </summary>
    /// <param name="within">The condition that a row of another alias lies near.</param>
    public static string IsNear(string alias, Func<string, string> within) =>
        $"({alias}.own_place_key is null and {alias}.activity_key = any(array(select a.key from api.activity a where {within("a")})) "
        + $"or {alias}.own_place_key = any(array(select p.key from api.meeting_place p where {within("p")})))";

    /// <summary>The condition that an occurrence is the first of its activity among those that are listed.</summary>
    /// <param name="listed">What to select from, and the conditions of the list, on another alias.</param>
    public static string FirstOfSeries(string alias, string other, string from, List<string> listed) =>
        $"{alias}.key = (select {other}.key from {from} where {string.Join(" and ", listed)} and {other}.activity_key = {alias}.activity_key "
        + $"and {other}.status not in ('CANCELLED', 'POSTPONED') order by {other}.agenda_at, {other}.key limit 1)";

    private static IEnumerable<(string Argument, string Sql)> Period(StatementCompiler compiler, string alias, PlannedField field)
    {
        var isRoot = field.Name == "agenda";
        var from = compiler.Writer.Once(field, () => From(compiler, field));
        yield return ("from", $"{alias}.agenda_at >= {Midnight(compiler, from)}");
        var end = field.Argument("until") is LeafInput until ? $"{Until(compiler, field, until, from, isRoot)} + 1" : null;
        var most = isRoot ? $"{from} + {MaxDays + 1}" : null;
        // Also what is refused for its length is worked out no further than this.
        if ((end is not null && most is not null ? $"least({end}, {most})" : end ?? most) is { } last)
            yield return ("until", $"{alias}.agenda_at < {Midnight(compiler, last)}");
    }

    private static string From(StatementCompiler compiler, PlannedField field) => field.Argument("from") is LeafInput from
        ? compiler.Writer.Parameter(NpgsqlDbType.Date, from)
        : DayOfAgenda(compiler);

    /// <summary>Today, as the data has it.</summary>
    public static string DayOfAgenda(StatementCompiler compiler) => compiler.Writer.Shared(Today, () => "select day from api.agenda_day");

    private static string Until(StatementCompiler compiler, PlannedField field, LeafInput until, string from, bool isRoot) => compiler.Writer.Once(until, () =>
    {
        var day = compiler.Writer.Parameter(NpgsqlDbType.Date, until);
        compiler.Writer.Checks.Add(new StatementCheck($"case when {day} < {from} then '' end", Refuses: true, (_, _) =>
            InputError.Of(compiler, field, until, "\"until\" is before \"from\": the days run from the first to the last.", ErrorCodes.BadInput,
                "Without \"from\", the first day is today.")));
        if (isRoot)
            compiler.Writer.Checks.Add(new StatementCheck($"case when {day} - {from} > {MaxDays} then ({day} - {from})::text end", Refuses: true, (_, days) =>
                InputError.Of(compiler, field, until, $"An agenda runs over at most {MaxDays} days, and this one over {days}.", ErrorCodes.Limit, "Ask for a part of it at a time.") with
                {
                    Limit = new ExceededLimit(LimitNames.AgendaDays, int.Parse(days, CultureInfo.InvariantCulture), MaxDays),
                }));
        return day;
    });

    /// <summary>The instant at which a day begins, worked out once.</summary>
    private static string Midnight(StatementCompiler compiler, string day) =>
        compiler.Writer.Shared($"select ({day})::timestamp at time zone 'Europe/Amsterdam'");

    private static int[] Numbers(LeafInput weekdays, ParameterSource source) =>
        [.. ((IReadOnlyList<object?>)weekdays.Read(source.Variables)!).Select(day => 1 + Array.IndexOf(Weekdays, (string)day!))];
}
