using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Tests.RandomDocuments;

/// <summary>One item of a selection set, before it is written as text.</summary>
internal abstract record Selected
{
    /// <summary><c>skip</c> or <c>include</c> with its condition; null without a directive.</summary>
    public (string Name, Given If)? Directive { get; init; }
}

internal sealed record SelectedFieldOf(string? Alias, OutputField Field, IReadOnlyList<(string Name, Given Value)> Arguments, IReadOnlyList<Selected> Selections) : Selected;

/// <param name="Fragment">The name of a fragment to spread; null for an inline fragment.</param>
/// <param name="Condition">The type of the fragment; null for an inline fragment without one.</param>
internal sealed record SelectedFragment(string? Fragment, CompositeType? Condition, IReadOnlyList<Selected> Selections) : Selected;

/// <summary>Selections at random over a schema. Response keys never meet in conflict, so what comes out is valid but for its values.</summary>
internal sealed class RandomSelection(Schema schema, Dice dice, RandomInput input)
{
    private const int MaxDepth = 7;
    private int _aliases;
    private int _fragments;

    public IReadOnlyList<Selected> Root() => Set(schema.Query, 0, []);

    private List<Selected> Set(CompositeType type, int depth, HashSet<string> keys)
    {
        var items = new List<Selected>();
        // What an abstract type turned out to be is in the answer, so that the answer can be held against its fields.
        if (type.IsAbstract && keys.Add("__typename"))
            items.Add(new SelectedFieldOf(null, MetaFields.Typename, [], []));
        var count = 1 + dice.Below(depth == 0 ? 3 : 4);
        for (var i = 0; i < count; i++)
            items.Add(dice.OneIn(8) && depth < MaxDepth ? Fragment(type, depth, keys) : Field(type, depth, keys));
        return items;
    }

    private SelectedFragment Fragment(CompositeType type, int depth, HashSet<string> keys)
    {
        var conditions = schema.Types.OfType<CompositeType>().Where(t => !t.IsIntrospection && schema.Overlap(type, t)).ToList();
        var condition = dice.OneIn(5) ? null : dice.Pick(conditions);
        var name = condition is not null && dice.OneIn(2) ? $"F{_fragments++}" : null;
        return new SelectedFragment(name, condition, Set(condition ?? type, depth + 1, keys)) { Directive = Directive() };
    }

    private SelectedFieldOf Field(CompositeType type, int depth, HashSet<string> keys)
    {
        var fields = type is FieldsType { Fields: var all } ? all.Where(f => depth < MaxDepth || f.Type.Named.IsLeaf).ToList() : [];
        var field = fields.Count == 0 || dice.OneIn(12) ? MetaFields.Typename : dice.Pick(fields);
        var alias = dice.OneIn(5) || !keys.Add(field.Name) ? $"a{_aliases++}" : null;
        var selections = field.Type.Named is CompositeType inner ? Set(inner, depth + 1, []) : [];
        return new SelectedFieldOf(alias, field, input.Arguments(field), selections) { Directive = Directive() };
    }

    private (string, Given)? Directive() => dice.OneIn(25)
        ? (dice.OneIn(2) ? "skip" : "include", GivenLeaf.Of(new NonNullType(schema.FindType("Boolean")!), dice.OneIn(2) ? "true" : "false"))
        : null;
}
