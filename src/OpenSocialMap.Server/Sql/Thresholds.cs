using NpgsqlTypes;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Sql;

/// <summary>What may keep people out: the price, the language, and what a place lacks for somebody with a rollator, a wheelchair, low vision or a pram.</summary>
internal static class Thresholds
{
    /// <summary>The key of the place of a listed row.</summary>
    public static string Place(string target, string alias) => target == "MeetingPlace" ? $"{alias}.key" : $"{alias}.place_key";

    public static string Price(string target, string alias) => target == "Occurrence"
        ? $"api.price({alias}.is_accessible_for_free, (select a.price_note from api.activity a where a.key = {alias}.activity_key))"
        : $"api.price({alias}.is_accessible_for_free, {alias}.price_note)";

    public static string LanguageLevel(string target, string alias) => target == "Occurrence"
        ? $"(select a.language_level from api.activity a where a.key = {alias}.activity_key)"
        : $"{alias}.language_level";

    /// <summary>The condition that a place is known to have all features of the list.</summary>
    public static string Has(SqlWriter writer, string target, string alias, LeafInput features) =>
        $"not exists (select from unnest({DomainFilter.Texts(writer, features)}) as needed(feature) where not exists (select from api.accessibility_fact f "
        + $"where f.place_key = {Place(target, alias)} and f.feature = needed.feature and f.available))";

    /// <summary>The order by the fewest shortcomings for the list's profile: what is known to be missing weighs a hundred times what is unknown.</summary>
    public static OrderTerm? Term(StatementCompiler compiler, string target, string alias, PlannedField field, bool descending)
    {
        if (field.Argument("accessibilityProfile") is not LeafInput { Value: string profile })
            return null;
        var needs = compiler.Writer.Shared($"select count(*)::int from api.accessibility_need where profile = '{profile}'");
        var known = $"select sum(case when f.available then -1 else 99 end) from api.accessibility_fact f join api.accessibility_need n on n.feature = f.feature "
            + $"and n.profile = '{profile}' where f.place_key = {Place(target, alias)}";
        return new OrderTerm($"shortcomings.{profile}", $"({needs} + coalesce(({known}), 0)::int)", new NonNullType(compiler.Catalog.Int), descending);
    }

    public static GraphQLException NoProfile(StatementCompiler compiler, PlannedField field, Input input) => InputError.At(compiler, field, input,
        "Ordering by shortcomings needs the list's own \"accessibilityProfile\" argument: shortcomings for whom?", hint: "accessibilityProfile: ROLLATOR");

    /// <summary>The field <c>shortcomings</c> of a place, the worst first.</summary>
    public static string Shortcomings(StatementCompiler compiler, Catalog.RowScope row, PlannedField field)
    {
        var profile = compiler.Writer.Parameter(NpgsqlDbType.Text, field.Argument("profile")!);
        var alias = compiler.Writer.NextAlias();
        var json = compiler.Row(compiler.Catalog.Type("Shortcoming"), new Catalog.RowScope(alias), field);
        return $"concat('[', (select string_agg({json}, ',' order by {alias}.rank) from api.shortcomings({row.Column("key")}, {profile}) {alias}), ']')";
    }
}
