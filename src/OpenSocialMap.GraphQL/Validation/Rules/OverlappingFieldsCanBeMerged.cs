using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>
/// Fields that land under one key of the response are the same field with the same arguments, or can never meet in one object.
/// https://spec.graphql.org/September2025/#sec-Field-Selection-Merging
/// <para>
/// Compares in pairs, so that each error names both fields: the fields of a selection set with each other, those with every fragment
/// spread beside them, and those fragments with each other; the sub-selections of two equal fields in the same way. No pair of
/// fragments is compared twice, and the comparisons are counted: a document that takes too many is refused.
/// </para>
/// </summary>
internal sealed class OverlappingFieldsCanBeMerged(ValidationContext context) : Rule(context)
{
    private readonly FieldSets _sets = new(context);
    private readonly Dictionary<(string, string), bool> _comparedFragments = [];
    private int _comparisons;
    private int _depth;

    public override void EnterSelectionSet(SelectionSet selections, Node owner, in Position at)
    {
        // The fields of an inline fragment belong to the set around it.
        if (owner is InlineFragment || selections.Items is [not InlineFragment]) return;
        var conflicts = new List<Conflict>();
        var set = _sets.Of(at.Parent, selections);
        CompareWithin(conflicts, set);
        for (var i = 0; i < set.Spreads.Count; i++)
        {
            CompareWithFragment(conflicts, set, set.Spreads[i], exclusive: false);
            for (var j = i + 1; j < set.Spreads.Count; j++)
            {
                CompareFragments(conflicts, set.Spreads[i], set.Spreads[j], exclusive: false);
            }
        }
        foreach (var conflict in conflicts)
        {
            Context.Report(
                $"Fields \"{conflict.Key}\" conflict because {conflict.Reason}. "
                    + "Use different aliases on the fields to fetch both if this was intentional.",
                [.. conflict.First, .. conflict.Second]);
        }
    }

    private void CompareWithin(List<Conflict> conflicts, FieldSet set)
    {
        foreach (var (key, group) in set.Groups)
        {
            if (group.IsUniform) continue;
            for (var i = 0; i < group.Fields.Count; i++)
            {
                for (var j = i + 1; j < group.Fields.Count; j++)
                {
                    Compare(conflicts, key, group.Fields[i], group.Fields[j], exclusive: false);
                }
            }
        }
    }

    /// <param name="conflicts">Where to add what is found.</param>
    /// <param name="first">One set of fields.</param>
    /// <param name="second">The other.</param>
    /// <param name="exclusive">Whether the fields around both never meet in one object, so that only the shapes of their values must agree.</param>
    private void CompareSets(List<Conflict> conflicts, FieldSet first, FieldSet second, bool exclusive)
    {
        foreach (var (key, group) in first.Groups)
        {
            if (!second.Groups.TryGetValue(key, out var other)) continue;
            if (group.IsUniform && other.IsUniform && group.Fields[0].IsSameLeafAs(other.Fields[0]))
            {
                Spend();
                continue;
            }
            foreach (var a in group.Fields)
            {
                foreach (var b in other.Fields)
                {
                    Compare(conflicts, key, a, b, exclusive);
                }
            }
        }
    }

    private void CompareWithFragment(List<Conflict> conflicts, FieldSet set, string name, bool exclusive)
    {
        Spend();
        if (set.Groups.Count == 0) return;
        // What was found free of conflict when both could meet is so too when they can't.
        if (set.ComparedFragments.TryGetValue(name, out var before) && (exclusive || !before)) return;
        set.ComparedFragments[name] = exclusive;
        if (_sets.OfFragment(name) is not { } fragment || fragment == set) return;
        Descend();
        CompareSets(conflicts, set, fragment, exclusive);
        foreach (var inner in fragment.Spreads)
        {
            CompareWithFragment(conflicts, set, inner, exclusive);
        }
        _depth--;
    }

    private void CompareFragments(List<Conflict> conflicts, string first, string second, bool exclusive)
    {
        Spend();
        if (first == second) return;
        var pair = string.CompareOrdinal(first, second) < 0 ? (first, second) : (second, first);
        if (_comparedFragments.TryGetValue(pair, out var before) && (exclusive || !before)) return;
        _comparedFragments[pair] = exclusive;
        if (_sets.OfFragment(first) is not { } a || _sets.OfFragment(second) is not { } b) return;
        Descend();
        CompareSets(conflicts, a, b, exclusive);
        foreach (var inner in b.Spreads)
        {
            CompareFragments(conflicts, first, inner, exclusive);
        }
        foreach (var inner in a.Spreads)
        {
            CompareFragments(conflicts, inner, second, exclusive);
        }
        _depth--;
    }

    private void Compare(List<Conflict> conflicts, string key, FieldUse first, FieldUse second, bool exclusive)
    {
        Spend();
        if (first.IsSameLeafAs(second)) return;
        // Two objects of different types are never one; interfaces and unions may come to share an object when the schema grows.
        exclusive |= first.Parent is ObjectType && second.Parent is ObjectType && first.Parent != second.Parent;
        if ((exclusive ? null : Difference(first.Node, second.Node)) is { } difference)
        {
            conflicts.Add(new Conflict(key, difference, [first.Node], [second.Node]));
        }
        else if (first.Type is { } type && second.Type is { } other && Clash(type, other))
        {
            conflicts.Add(new Conflict(key, $"they return conflicting types \"{type}\" and \"{other}\"", [first.Node], [second.Node]));
        }
        else if (first.Node.Selections is not null && second.Node.Selections is not null)
        {
            var below = CompareSelections(first, second, exclusive);
            if (below.Count > 0) conflicts.Add(Conflict.Around(key, first.Node, second.Node, below));
        }
    }

    private string? Difference(Field first, Field second)
    {
        if (first.Name.Value != second.Name.Value)
        {
            return $"\"{first.Name.Value}\" and \"{second.Name.Value}\" are different fields";
        }
        return _sets.ArgumentsOf(first) == _sets.ArgumentsOf(second) ? null : "they have differing arguments";
    }

    private List<Conflict> CompareSelections(FieldUse first, FieldUse second, bool exclusive)
    {
        var conflicts = new List<Conflict>();
        var a = _sets.Of(first.Type?.Named, first.Node.Selections!);
        var b = _sets.Of(second.Type?.Named, second.Node.Selections!);
        Descend();
        CompareSets(conflicts, a, b, exclusive);
        foreach (var name in b.Spreads)
        {
            CompareWithFragment(conflicts, a, name, exclusive);
        }
        foreach (var name in a.Spreads)
        {
            CompareWithFragment(conflicts, b, name, exclusive);
        }
        foreach (var nameInA in a.Spreads)
        {
            foreach (var nameInB in b.Spreads)
            {
                CompareFragments(conflicts, nameInA, nameInB, exclusive);
            }
        }
        _depth--;
        return conflicts;
    }

    /// <summary>Whether no value can be of both types. Of composite types only the fields below tell.</summary>
    private static bool Clash(SchemaType first, SchemaType second) => (first, second) switch
    {
        (ListType a, ListType b) => Clash(a.Item, b.Item),
        (ListType, _) or (_, ListType) => true,
        (NonNullType a, NonNullType b) => Clash(a.Inner, b.Inner),
        (NonNullType, _) or (_, NonNullType) => true,
        (NamedType a, NamedType b) => (a.IsLeaf || b.IsLeaf) && a != b,
        _ => false,
    };

    private void Spend()
    {
        if (++_comparisons > ValidationLimits.MaxComparisons)
        {
            Refuse(LimitNames.Comparisons, ValidationLimits.MaxComparisons, "comparisons of fields that share a response name");
        }
    }

    private void Descend()
    {
        if (++_depth > ValidationLimits.MaxFragmentLevels)
        {
            Refuse(LimitNames.FragmentLevels, ValidationLimits.MaxFragmentLevels, "levels of fragments and selections");
        }
    }

    private void Refuse(string limit, int maximum, string what) => Context.Refuse(limit, maximum,
        $"This document needs more than {maximum} {what} to find out whether they can be merged.", "Select each field once, and use fewer fragments.");
}
