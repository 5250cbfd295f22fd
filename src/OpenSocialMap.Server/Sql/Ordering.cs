using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.Sql;

/// <summary>One thing that a list is ordered by.</summary>
/// <param name="Name">What the client calls it, such as <c>wijk.name</c>.</param>
/// <param name="Sql">The expression, on the list's own alias.</param>
internal sealed record OrderTerm(string Name, string Sql, SchemaType Type, bool Descending);

/// <summary>The total order of a list: what the client asked for, or the default, and in the end the key.</summary>
internal sealed class Ordering
{
    private Ordering(IReadOnlyList<OrderTerm> terms) => Terms = terms;

    public IReadOnlyList<OrderTerm> Terms { get; }

    /// <summary>Distinguishes the cursors of this order from those of another.</summary>
    public string Fingerprint => string.Join(',', Terms.Select(t => t.Descending ? "-" + t.Name : t.Name));

    public static Ordering Of(StatementCompiler compiler, ListBinding list, RowScope row, PlannedField field)
    {
        var target = list.Target;
        var terms = new List<OrderTerm>();
        if (field.Argument("order") is ListInput order)
        {
            foreach (var item in order.Items.OfType<ObjectInput>())
                Add(compiler, terms, target, row, item, "", field);
        }
        if (terms.Count == 0)
            terms.AddRange(list.Preferred(compiler, row).Concat(Default(compiler, list, row, field)));
        var last = terms.Count == 0 || !terms[^1].Descending;
        terms.Add(new OrderTerm("key", row.Column("key"), new NonNullType(compiler.Catalog.Int), Descending: !last));
        // Links to the same row, such as the roles of one partner, differ in this.
        if (list.Link?.Via?.Distinct is { } link)
            terms.Add(new OrderTerm(link, $"{row.Alias}_link.{link}", new NonNullType(compiler.Catalog.Text), Descending: !last));
        return new Ordering(terms);
    }

    /// <summary>An order of its own, for lists that clients can't order.</summary>
    public static Ordering Fixed(params IReadOnlyList<OrderTerm> terms) => new(terms);

    private static IEnumerable<OrderTerm> Default(StatementCompiler compiler, ListBinding list, RowScope row, PlannedField field)
    {
        var shortcomings = Thresholds.Term(compiler, list.Target.Name, row.Alias, field, descending: false);
        IEnumerable<OrderTerm> usual = row.Distance is not null && field.Argument("near") is not null
            ? [new OrderTerm("distance", row.Distance, compiler.Catalog.Float, false)]
            : list.DefaultOrder(field).Select(column => new OrderTerm(column.Column, row.Column(column.Column), column.Type, false));
        return shortcomings is null ? usual : usual.Prepend(shortcomings);
    }

    private static void Add(StatementCompiler compiler, List<OrderTerm> terms, RowBinding target, RowScope row, ObjectInput order, string path, PlannedField field)
    {
        foreach (var (name, input) in order.Fields)
        {
            switch (input)
            {
                case LeafInput { Value: string direction }:
                    terms.Add(Term(compiler, target, row, name, path, direction == "DESC", input, field));
                    break;
                case ObjectInput nested when target.Fields[name] is ReferenceBinding reference:
                    AddThrough(compiler, terms, reference, row, nested, $"{path}{name}.", field);
                    break;
            }
        }
    }

    private static OrderTerm Term(StatementCompiler compiler, RowBinding target, RowScope row, string name, string path, bool descending, Input input, PlannedField field)
    {
        if (name == "shortcomings")
            return (path.Length == 0 ? Thresholds.Term(compiler, target.Name, row.Alias, field, descending) : null) ?? throw Thresholds.NoProfile(compiler, field, input);
        if (target.Fields[name] is ColumnBinding column)
            return new OrderTerm(path + name, row.Column(column.Column), column.Type, descending);
        if (name == "distance" && path.Length == 0 && row.Distance is not null)
            return new OrderTerm(name, row.Distance, compiler.Catalog.Float, descending);
        throw InputError.At(compiler, field, input, "Ordering by distance needs the list's own \"near\" argument: distance from where?",
            hint: "near: {latitude: 51.81, longitude: 4.67}");
    }

    /// <summary>An order by something of a to-one row: each term reads it through a subselect.</summary>
    private static void AddThrough(StatementCompiler compiler, List<OrderTerm> terms, ReferenceBinding reference, RowScope row, ObjectInput nested, string path, PlannedField field)
    {
        var alias = compiler.Writer.NextAlias();
        var inner = new List<OrderTerm>();
        Add(compiler, inner, reference.Target, new RowScope(alias), nested, path, field);
        terms.AddRange(inner.Select(term => term with
        {
            Type = term.Type.Nullable,
            Sql = $"(select {term.Sql} from {reference.Target.From} {alias} where {alias}.key = {row.Column(reference.ForeignKey)})",
        }));
    }

    /// <summary>The ORDER BY list; reversed for a page that is counted from the end.</summary>
    public string Sql(bool reversed) => string.Join(", ", Terms.Select(term => term.Descending != reversed ? $"{term.Sql} desc" : term.Sql));
}
