using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.Sql;

/// <summary>The activities that answer a question: by theme or group, as far as they still run, the lowest threshold first.</summary>
internal sealed record HelpBinding(RowBinding Target) : ListBinding(Target, null)
{
    internal override IEnumerable<string> Conditions(RowScope parent, string alias) =>
    [
        $"({alias}.themes && {parent.Column("themes")} or {alias}.target_groups && {parent.Column("target_groups")})",
        $"({alias}.status in ('DEFUNCT', 'INACTIVE')) is not true",
    ];

    /// <summary>Walk in before anything else, free before what has a price, and what nobody knows last.</summary>
    internal override IEnumerable<OrderTerm> Preferred(StatementCompiler compiler, RowScope row)
    {
        var number = new NonNullType(compiler.Catalog.Int);
        var access = $"(case {row.Column("access")} when 'WALK_IN' then 1 when 'REGISTRATION' then 2 when 'APPOINTMENT' then 3 when 'REFERRAL' then 4 else 5 end)";
        var price = $"(case {Thresholds.Price("Activity", row.Alias)} when 'FREE' then 1 when 'VOLUNTARY_CONTRIBUTION' then 2 when 'PAID' then 3 else 4 end)";
        return [new OrderTerm("access", access, number, false), new OrderTerm("price", price, number, false)];
    }
}
