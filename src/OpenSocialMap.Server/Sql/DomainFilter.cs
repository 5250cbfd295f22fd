using NpgsqlTypes;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.Sql;

/// <summary>The arguments of a list that people think in: near, bbox, area, themes ... Each adds a condition on the listed rows.</summary>
internal static class DomainFilter
{
    /// <param name="without">An argument whose condition is left out; its value is still checked.</param>
    public static IEnumerable<string> Compile(StatementCompiler compiler, RowBinding target, string alias, PlannedField field, string? without = null) =>
        All(compiler, target, alias, field).Where(condition => condition.Argument != without).Select(condition => condition.Sql);

    private static IEnumerable<(string Argument, string Sql)> All(StatementCompiler compiler, RowBinding target, string alias, PlannedField field)
    {
        var writer = compiler.Writer;
        foreach (var condition in target.Name == "Occurrence" ? AgendaFilter.Compile(compiler, alias, field) : [])
            yield return condition;
        if (field.Argument("near") is ObjectInput near)
            yield return ("near", target.Name == "Occurrence"
                ? AgendaFilter.IsNear(alias, other => Near.Within(compiler, other, field, near))
                : Near.Within(compiler, alias, field, near));
        if (field.Argument("bbox") is ObjectInput box)
            yield return ("bbox", $"st_intersects({alias}.location, {Box(compiler, field, box)})");
        if (field.Argument("area") is LeafInput area)
            yield return ("area", InArea(compiler, target, alias, field, AreaReference.Key(compiler, field, area)));
        if (field.Argument("openAt") is LeafInput openAt)
            yield return ("openAt", OpeningBindings.IsOpen(alias, writer.Parameter(NpgsqlDbType.TimestampTz, openAt)));
        if (field.Argument("openOn") is ObjectInput openOn)
            yield return ("openOn", OpeningBindings.IsOpenOn(compiler, alias, openOn));
        if (field.Argument("indicator") is LeafInput indicator)
            yield return ("indicator", $"{alias}.indicator_key = {IndicatorReference.Key(compiler, field, indicator)}");
        if (field.Argument("release") is LeafInput release)
            yield return ("release", $"{alias}.release_key = any({ReleaseReference.Keys(compiler, field, release)})");
        if (field.Argument("breakdown") is LeafInput breakdown)
            yield return ("breakdown", $"{alias}.breakdown = {writer.Parameter(NpgsqlDbType.Text, breakdown)}");
        if (field.Argument("norm") is LeafInput norm)
            yield return ("norm", $"{alias}.norm_key = {NormReference.Key(compiler, field, norm)}");
        if (field.Argument("themes") is LeafInput themes)
            yield return ("themes", $"{alias}.themes && {Texts(writer, themes)}");
        if (field.Argument("targetGroups") is LeafInput groups)
            yield return ("targetGroups", $"{alias}.target_groups && ({Texts(writer, groups)} || '{{EVERYONE}}'::text[])");
        if (field.Argument("access") is LeafInput access)
            yield return ("access", $"{alias}.access = any({Texts(writer, access)})");
        if (field.Argument("free") is LeafInput free)
            yield return ("free", $"{alias}.is_accessible_for_free = {writer.Parameter(NpgsqlDbType.Boolean, free)}");
        if (field.Argument("price") is LeafInput price)
            yield return ("price", Comparison.Compile(writer, Thresholds.Price(target.Name, alias), NpgsqlDbType.Text, "in", price)!);
        if (field.Argument("languageLevel") is LeafInput level)
            yield return ("languageLevel", Comparison.Compile(writer, Thresholds.LanguageLevel(target.Name, alias), NpgsqlDbType.Text, "in", level)!);
        if (field.Argument("accessible") is LeafInput features)
            yield return ("accessible", Thresholds.Has(writer, target.Name, alias, features));
        if (field.Argument("language") is LeafInput language)
            yield return ("language", $"{alias}.in_language @> array[{writer.Parameter(NpgsqlDbType.Text, language)}]");
    }

    internal static string Texts(SqlWriter writer, LeafInput list) => Comparison.Known(writer, NpgsqlDbType.Text, list);

    /// <summary>What it means for a row of this type to be in an area: sources decide, not approximate points.</summary>
    private static string InArea(StatementCompiler compiler, RowBinding target, string alias, PlannedField field, string area) => target.Name switch
    {
        // The names are the same; said here, PostgreSQL reads an area in their order instead of sorting all that is in it.
        "MeetingPlace" => $"exists (select from api.area_place m where m.area_key = {area} and m.place_key = {alias}.key and m.name = {alias}.name)",
        "Activity" => $"exists (select from api.area_activity m where m.area_key = {area} and m.activity_key = {alias}.key and m.name = {alias}.name)",
        "Occurrence" => AgendaFilter.InArea(compiler, alias, field, area),
        "Buurt" => $"exists (select from api.area_within m where m.outer_key = {area} and m.inner_key = {alias}.key)",
        "Wijkkrant" => $"exists (select from api.wijkkrant_reach m where m.area_key = {area} and m.wijkkrant_key = {alias}.key)",
        "Lacune" => $"exists (select from api.area_within m where m.outer_key = {area} and m.inner_key = {alias}.area_key)",
        // As arrays, for PostgreSQL takes those into the view: only of these records it works out how fresh they are.
        "StaleRecord" => $"({alias}.activity_key = any(array(select m.activity_key from api.area_activity m where m.area_key = {area})) "
            + $"or {alias}.meeting_place_key = any(array(select m.place_key from api.area_place m where m.area_key = {area})))",
        "Observation" => $"{alias}.area_key = {area}",
        "Partner" => $"exists (select from api.partner_presence m where m.area_key = {area} and m.partner_key = {alias}.key)",
        _ => throw new InvalidOperationException($"Nothing says what area a {target.Name} is in."),
    };

    private static string Box(StatementCompiler compiler, PlannedField field, ObjectInput box)
    {
        string Side(string name, double limit, string kind) => Near.Degrees(compiler, field, box.Find(name)!, limit, kind);
        var (west, south, north) = (Side("west", 180, "longitude"), Side("south", 90, "latitude"), Side("north", 90, "latitude"));
        var east = compiler.Writer.Parameter(NpgsqlDbType.Double, source =>
        {
            double Read(string name) => (double)((LeafInput)box.Find(name)!).Read(source.Variables)!;
            if (Read("west") > Read("east") || Read("south") > Read("north"))
                throw InputError.At(compiler, field, box, "The box is inside out: \"west\" must not exceed \"east\", nor \"south\" exceed \"north\".");
            return Read("east");
        });
        return $"(select st_makeenvelope({west}, {south}, {east}, {north}, 4326))";
    }
}
