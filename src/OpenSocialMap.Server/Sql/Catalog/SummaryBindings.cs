using System.Diagnostics;
using OpenSocialMap.GraphQL.Planning;

namespace OpenSocialMap.Server.Sql.Catalog;

/// <summary>When something is, in words: one of those that were written beforehand.</summary>
internal static class SummaryBindings
{
    public static string OfSchedule(StatementCompiler compiler, RowScope row, PlannedField field) => Summary("api.schedule_summary", "activity_key", row, field);

    public static string OfOpeningHours(StatementCompiler compiler, RowScope row, PlannedField field) => Summary("api.opening_summary", "place_key", row, field);

    private static string Summary(string view, string column, RowScope row, PlannedField field) =>
        $"coalesce((select to_json(nullif(s.{Language(field)}[{Size(field)}], ''))::text from {view} s where s.{column} = {row.Column("key")}), 'null')";

    private static string Language(PlannedField field) => Argument(field, "language") == "EN" ? "en" : "nl";

    private static int Size(PlannedField field) => Argument(field, "size") switch
    {
        "EXTRA_SMALL" => 1,
        "SMALL" => 2,
        "MEDIUM" => 3,
        "LARGE" => 4,
        "EXTRA_LARGE" => 5,
        var size => throw new UnreachableException($"There is no size {size}."),
    };

    private static string Argument(PlannedField field, string name) => (string)((LeafInput)field.Arguments[name]).Value!;
}
