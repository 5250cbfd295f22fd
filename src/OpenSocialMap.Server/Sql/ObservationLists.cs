using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.Sql;

/// <summary>Observations that hold today, or those of the release that is asked for.</summary>
internal sealed record ObservationsBinding(RowBinding Target, Link? Link) : ListBinding(Target, Link)
{
    public const string Current = "api.current_observation";

    internal override string Rows => Current;

    /// <summary>All of them together come as they lie: to order millions of them is to read them.</summary>
    internal override IReadOnlyList<ColumnBinding> DefaultOrder(PlannedField field) =>
        Link is null && field.Argument("indicator") is null && field.Argument("area") is null ? [] : Target.DefaultOrder;

    internal override string From(StatementCompiler compiler, PlannedField field, string alias) =>
        $"{(field.Argument("release") is LeafInput ? Target.From : Current)} {alias}";
}

/// <summary>The observations of one release: a range of keys, in the order of its file.</summary>
internal sealed record ReleasedBinding(RowBinding Target) : ListBinding(Target, null)
{
    internal override IReadOnlyList<ColumnBinding> DefaultOrder(PlannedField field) => [];

    internal override IEnumerable<string> Conditions(RowScope parent, string alias) =>
        [$"{alias}.key >= {parent.Column("first_key")}", $"{alias}.key < {parent.Column("first_key")} + {parent.Column("observation_count")}"];
}

/// <summary>
/// What contradicts an observation, looked up by key. Joined to the view of it, the view of observations would be worked out whole: PostgreSQL
/// looks for a good order among eight tables, and together they have more.
/// </summary>
internal sealed record ConflictBinding(RowBinding Target) : ListBinding(Target, null)
{
    internal override IEnumerable<string> Conditions(RowScope parent, string alias) =>
        [$"{alias}.key = any (array(select m.other_key from api.observation_conflict m where m.observation_key = {parent.Column("key")}))"];
}

/// <summary>The indicators that have an observation of an area in a current release.</summary>
internal sealed record MeasuredBinding(RowBinding Target) : ListBinding(Target, null)
{
    internal override IEnumerable<string> Conditions(RowScope parent, string alias) =>
        [$"exists (select from {ObservationsBinding.Current} m where m.area_key = {parent.Column("key")} and m.indicator_key = {alias}.key)"];
}
