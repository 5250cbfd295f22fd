using OpenSocialMap.Cli.Catalog;
using OpenSocialMap.Cli.Tables;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Disclosure;

namespace OpenSocialMap.Cli.Releases;

/// <summary>
/// Makes the table that is protected: the stated cells, the numbers that a percentage follows from, and every relation that somebody who adds
/// and subtracts could use, also through totals that nobody stated.
/// </summary>
internal sealed partial class TableBuilder
{
    readonly StatedCells _stated;
    readonly Vocabulary _words;
    readonly FigureCatalog _catalog;
    readonly Policies _policies;
    readonly IReadOnlyDictionary<CellKey, decimal> _public;
    readonly List<Cell> _cells = [];
    // Of the cells that can be added up; those of percentages have none, and neither have shadows and rests.
    readonly Dictionary<CellKey, int> _numbers = [];
    readonly List<Relation> _relations = [];
    readonly Dictionary<string, int> _unnamed = [];
    readonly List<(int Total, int Shadow)> _shadows = [];
    readonly int[] _cellOf;

    TableBuilder(StatedCells stated, IReadOnlyDictionary<CellKey, decimal> publicCells)
    {
        _stated = stated;
        _words = stated.Words;
        _catalog = _words.Catalog;
        _policies = new(_catalog.Dataset);
        _public = publicCells;
        _cellOf = new int[stated.All.Count];
        Array.Fill(_cellOf, -1);
    }

    /// <param name="publicCells">What the world knows of the numbers below the line of percentages, such as inhabitants.</param>
    public static FigureTable Build(StatedCells stated, IReadOnlyDictionary<CellKey, decimal> publicCells)
    {
        var builder = new TableBuilder(stated, publicCells);
        builder.AddNumbers();
        builder.AddRatios();
        builder.AddRelations();
        return new(stated, new CellTable(builder._cells, builder._relations), builder._cellOf, builder._shadows.ToLookup(it => it.Total, it => it.Shadow));
    }

    void AddNumbers()
    {
        foreach (var number in _stated.Mains)
        {
            var stated = _stated.All[number];
            var indicator = _catalog.Indicators[stated.Key.Indicator];
            if (stated.Value is not { } value || indicator.IsRatio)
                continue;
            if (value > 0 && stated.LargestContribution is null && _catalog.NeedsContributions(indicator))
                throw new RefusedException($"{NameOf(stated.Key)} is an amount whose two largest contributions no load gives; import it with them.");
            _cellOf[number] = Add(stated.Key, indicator, value, CellRole.Publishable, Contributions(stated));
        }
    }

    static double[] Contributions(StatedCell stated) =>
        stated.LargestContribution is { } largest ? [(double)largest, (double)(stated.SecondContribution ?? 0)] : [];

    int Add(CellKey key, CatalogIndicator indicator, decimal value, CellRole role, IReadOnlyList<double>? contributions = null)
    {
        var number = _cells.Count;
        _numbers.Add(key, number);
        _cells.Add(new()
        {
            Key = NameOf(key),
            Kind = indicator.Measure == Measure.Amount ? CellKind.Amount : CellKind.Count,
            Role = role,
            Value = (double)value,
            Policy = _policies.Of(indicator),
            Contributions = contributions ?? [],
        });
        return number;
    }

    void AddRelations()
    {
        var keys = _numbers.Keys.ToList();
        var finder = new RelationFinder(_words);
        foreach (var relation in finder.Find(keys))
            Add(relation, keys);
        AddMissingTotals(finder, keys);
    }

    void Add(FoundRelation relation, List<CellKey> keys)
    {
        var total = _numbers[keys[relation.Total]];
        var parts = Array.ConvertAll(relation.Parts, part => _numbers[keys[part]]);
        var judgement = Judge.Of(relation, IndicatorOf(keys[relation.Total]), Value(total), Array.ConvertAll(parts, Value));
        switch (judgement)
        {
            case Judgement.AddsUp:
                AddSum(total, parts);
                break;
            case Judgement.HasRest or Judgement.FallsShort:
                AddSum(total, [.. parts, AddRest(total, parts)]);
                break;
            case Judgement.Exceeds:
                // The source's total is wrong. What the parts come to is protected as if it were told, and the total with it.
                if (_cells[total].Role == CellRole.Publishable)
                    _shadows.Add((total, AddShadow(total, parts)));
                break;
            case Judgement.Covers:
                _relations.Add(new(RelationKind.Cover, total, parts));
                break;
            case Judgement.Within:
                _relations.Add(new(RelationKind.Within, total, parts));
                break;
            case Judgement.PartExceeds or Judgement.Unrelated:
                break;
        }
    }

    // An amount is rounded before it comes here: what a sum is off by goes to the rest, so that the relation holds to the last digit.
    void AddSum(int total, int[] parts)
    {
        var off = Value(total) - parts.Sum(Value);
        if (off == 0)
            _relations.Add(new(RelationKind.Sum, total, parts));
        else if (off > 0)
            _relations.Add(new(RelationKind.Sum, total, [.. parts, AddRest(total, parts)]));
        else
            _relations.Add(new(RelationKind.Within, total, parts));
    }

    int AddRest(int total, int[] parts) => AddUnnamed(total, $"the rest beside {parts.Length}", Value(total) - parts.Sum(Value), CellRole.Internal);

    int AddShadow(int total, int[] parts)
    {
        var shadow = AddUnnamed(total, $"the sum of its {parts.Length} parts", parts.Sum(Value), CellRole.Publishable);
        _relations.Add(new(RelationKind.Sum, shadow, parts));
        return shadow;
    }

    int AddUnnamed(int total, string what, decimal value, CellRole role)
    {
        // The same name in the next release, for the attacker has the same one in both.
        var name = $"{_cells[total].Key}: {what}";
        _unnamed[name] = _unnamed.GetValueOrDefault(name) + 1;
        _cells.Add(_cells[total] with { Key = $"{name} ({_unnamed[name]})", Role = role, Value = (double)value, Contributions = Within(value, _cells[total].Contributions) });
        return _cells.Count - 1;
    }

    // What contributors to a total can have brought into a number beside it: no more than the number is.
    static IReadOnlyList<double> Within(decimal value, IReadOnlyList<double> contributions)
    {
        if (contributions is not [var largest, var second])
            return contributions;
        largest = Math.Min(largest, (double)value);
        return [largest, Math.Min(second, (double)value - largest)];
    }

    void AddMissingTotals(RelationFinder finder, List<CellKey> keys)
    {
        var missing = finder.MissingTotals(keys);
        if (missing.Count == 0)
            return;
        var all = keys.Concat(missing).ToList();
        var ways = finder.Find(all)
            .Where(relation => relation.Total >= keys.Count && relation.Parts.All(part => part < keys.Count) && relation.IsComplete)
            .Where(relation => relation.Sort != RelationSort.OverlappingCategories)
            .GroupBy(relation => relation.Total)
            .ToList();
        foreach (var way in ways)
        {
            var sums = way.Select(relation => Array.ConvertAll(relation.Parts, part => _numbers[keys[part]])).GroupBy(parts => parts.Sum(Value)).MaxBy(sum => sum.Count())!;
            if (sums.Count() < 2)
                continue;
            var indicator = IndicatorOf(all[way.Key]);
            var total = Add(all[way.Key], indicator, sums.Key, CellRole.Internal);
            foreach (var parts in sums)
                _relations.Add(new(RelationKind.Sum, total, parts));
        }
    }

    decimal Value(int cell) => (decimal)_cells[cell].Value;
}
