using NpgsqlTypes;
using OpenSocialMap.GraphQL.Planning;

namespace OpenSocialMap.Server.Sql.Catalog;

/// <summary>The fields of a place that ask its line of time: each is one look into an index.</summary>
internal static class OpeningBindings
{
    private const string Welcome = "state in ('OPEN', 'SELF_SERVICE')";

    /// <summary>The condition that anybody can walk in.</summary>
    public static string IsOpen(string alias, string at) =>
        $"exists (select from api.opening_interval o where o.place_key = {alias}.key and o.{Welcome} and o.ends_at > {at} and o.starts_at <= {at})";

    /// <summary>The door's intervals don't overlap, so the last that has begun decides.</summary>
    public static string OpenAt(StatementCompiler compiler, RowScope row, PlannedField field)
    {
        var at = Instant(compiler, field, "at");
        return $"coalesce((select case when o.ends_at > {at} then concat('\"', o.state, '\"') end from api.opening_interval o "
            + $"where o.place_key = {row.Column("key")} and o.state <> 'HOST_PRESENT' and o.starts_at <= {at} order by o.starts_at desc limit 1), 'null')";
    }

    public static string PresentAt(StatementCompiler compiler, RowScope row, PlannedField field)
    {
        var at = Instant(compiler, field, "at");
        return $"concat('[', (select string_agg(to_json(o.role)::text, ',' order by o.role) from api.opening_interval o "
            + $"where o.place_key = {row.Column("key")} and o.state = 'HOST_PRESENT' and o.role is not null and o.ends_at > {at} and o.starts_at <= {at}), ']')";
    }

    public static string NextOpening(StatementCompiler compiler, RowScope row, PlannedField field)
    {
        var after = Instant(compiler, field, "after");
        var alias = compiler.Writer.NextAlias();
        var json = compiler.Row(compiler.Catalog.Type("OpeningInterval"), new RowScope(alias), field);
        return $"coalesce((select {json} from api.opening_interval {alias} where {alias}.place_key = {row.Column("key")} and {alias}.{Welcome} "
            + $"and {alias}.ends_at > {after} order by {alias}.ends_at limit 1), 'null')";
    }

    /// <summary>The condition that anybody can walk in at some time of a day or of a part of it.</summary>
    public static string IsOpenOn(StatementCompiler compiler, string alias, ObjectInput asked)
    {
        var (day, part) = (Day(compiler, asked.Find("date")), Part(asked.Find("dayPart")));
        var hours = compiler.Writer.Shared($"select api.hours_of({day}, {part})");
        return $"(exists (select from api.opening_interval o where o.place_key = {alias}.key and o.{Welcome} and o.ends_at > lower({hours}) and o.starts_at < upper({hours})) "
            + $"or exists (select from api.opening_without_clock o where o.place_key = {alias}.key and o.date = {day}{(part == "null" ? "" : $" and o.day_part = {part}")}))";
    }

    public static string OpenOn(StatementCompiler compiler, RowScope row, PlannedField field) =>
        $"coalesce(api.open_on({row.Column("key")}, {Day(compiler, field.Argument("date"))}, {Part(field.Argument("dayPart"))})::text, 'null')";

    private static string Day(StatementCompiler compiler, Input? date) =>
        date is LeafInput { IsNull: false } day ? compiler.Writer.Parameter(NpgsqlDbType.Date, day) : AgendaFilter.DayOfAgenda(compiler);

    /// <summary>An enumeration's value, which a statement has one of its own for.</summary>
    private static string Part(Input? part) => part is LeafInput { Value: string name } ? $"'{name}'" : "null";

    private static string Instant(StatementCompiler compiler, PlannedField field, string argument) =>
        compiler.Writer.Parameter(NpgsqlDbType.TimestampTz, (LeafInput)field.Argument(argument)!);
}
