using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Sql.Catalog;

/// <summary>Where the rows of a GraphQL type are kept: a view of schema <c>api</c>, or a part of its owner's row.</summary>
/// <param name="Type">The object type, interface or union of the schema.</param>
/// <param name="From">What to select from, such as <c>api.wijk</c>; empty for a part of another row.</param>
public abstract record RowBinding(CompositeType Type, string From)
{
    /// <summary>Its fields by GraphQL name, filled after all types are known to each other.</summary>
    public IReadOnlyDictionary<string, FieldBinding> Fields { get; internal set; } = new Dictionary<string, FieldBinding>();

    /// <summary>The columns that order a list when its client doesn't say; the key breaks ties.</summary>
    public IReadOnlyList<ColumnBinding> DefaultOrder { get; init; } = [];

    public string Name => Type.Name;
}

/// <summary>An object type: each row is one.</summary>
public sealed record ObjectBinding(ObjectType Object, string From) : RowBinding(Object, From);

/// <summary>An interface or union: a column says which object type a row is.</summary>
/// <param name="Discriminator">The column that says it.</param>
/// <param name="Cases">For each value of that column, the object type.</param>
/// <param name="KeyColumn">The column with the key in the object's own view; null when the row itself has all its columns.</param>
public sealed record AbstractBinding(CompositeType Abstract, string From, string Discriminator,
    IReadOnlyDictionary<string, ObjectBinding> Cases, string? KeyColumn) : RowBinding(Abstract, From);

/// <summary>Where a field's value comes from.</summary>
public abstract record FieldBinding;

/// <summary>A column of the row.</summary>
public sealed record ColumnBinding(string Column, SchemaType Type) : FieldBinding
{
    /// <summary>For an id that is worked out from the key: the function of the database that gives the key back, which an index finds.</summary>
    public string? KeyOf { get; init; }

    /// <summary>A constraint of the database sees to it that the text holds nothing that JSON would escape.</summary>
    public bool IsPlain { get; init; }
}

/// <summary>A geometry column of the row, with a twin in RD New beside it (<c>_rd</c>).</summary>
public sealed record GeometryBinding(string Column) : FieldBinding;

/// <summary>Columns of the same row that share a prefix and together make an object, such as an address.</summary>
public sealed record PartBinding(ObjectBinding Part, string Prefix, IReadOnlyList<string> Columns) : FieldBinding;

/// <summary>Another row, found by its key in a column of this one.</summary>
public sealed record ReferenceBinding(RowBinding Target, string ForeignKey) : FieldBinding
{
    /// <summary>There are far fewer of these than of the rows that point at them, so a condition on them is answered first, and the rows are looked up by what it found.</summary>
    public bool IsOfFew { get; init; }
}

/// <summary>Other rows: a connection, or a plain list of values without identity.</summary>
/// <param name="Link">How they belong to the row that the list hangs on; null for a list of the root, which has all.</param>
public record ListBinding(RowBinding Target, Link? Link) : FieldBinding
{
    /// <summary>The rows that it lists when nothing else is asked for.</summary>
    internal virtual string Rows => Target.From;

    internal virtual string From(StatementCompiler compiler, PlannedField field, string alias) => $"{Rows} {alias}";

    /// <summary>What orders it when its client doesn't say; the key breaks ties.</summary>
    internal virtual IReadOnlyList<ColumnBinding> DefaultOrder(PlannedField field) => Target.DefaultOrder;

    /// <summary>What holds for the listed rows besides, because of the row that the list hangs on.</summary>
    internal virtual IEnumerable<string> Conditions(RowScope parent, string alias) => [];

    /// <summary>What the list is ordered by before its usual order, when its client doesn't say.</summary>
    internal virtual IEnumerable<OrderTerm> Preferred(StatementCompiler compiler, RowScope row) => [];
}

/// <summary>The results of a text search, ranked by the database.</summary>
internal sealed record SearchBinding(RowBinding Target) : ListBinding(Target, null)
{
    internal override string From(StatementCompiler compiler, PlannedField field, string alias) => $"{SearchText.Call(compiler, field)} {alias}";
}

/// <summary>One row by a key that the client chooses among several.</summary>
internal sealed record LookupBinding(ObjectBinding Target) : FieldBinding;

/// <summary>SQL of its own, for what no column holds.</summary>
public sealed record ExpressionBinding(Func<StatementCompiler, RowScope, PlannedField, string> Json) : FieldBinding;

/// <summary>How the rows of a list belong to the row that the list hangs on.</summary>
/// <param name="ParentColumn">The column of that row.</param>
/// <param name="TargetColumn">The column of the listed rows that meets it, directly or through <paramref name="Via"/>.</param>
public sealed record Link(string ParentColumn, string TargetColumn, Via? Via = null);

/// <summary>A view between the two ends of a many-to-many list; its other columns belong to the edge.</summary>
/// <param name="Edge">The columns that edges may ask for.</param>
/// <param name="Condition">What a link row must fulfil besides, such as <c>coverage = 'WHOLE'</c>.</param>
/// <param name="Distinct">The column in which links between the same two rows differ, such as <c>role</c>; null when there is one at most.</param>
public sealed record Via(string View, string ParentColumn, string TargetColumn, IReadOnlyList<string> Edge, string? Condition = null, string? Distinct = null);

/// <summary>A row in SQL that is being written: its alias, and the prefix of its columns when it is a part of another row.</summary>
/// <param name="Distance">The SQL of the row's distance to its list's <c>near</c> point; null without one.</param>
public readonly record struct RowScope(string Alias, string Prefix = "", string? Distance = null)
{
    public string Column(string name) => $"{Alias}.{Prefix}{name}";

    internal RowScope Part(PartBinding part) => this with { Prefix = Prefix + part.Prefix };
}
