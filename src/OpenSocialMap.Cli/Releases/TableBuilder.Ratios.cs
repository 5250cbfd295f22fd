using OpenSocialMap.Cli.Catalog;
using OpenSocialMap.Cli.Import;
using OpenSocialMap.Cli.Tables;
using OpenSocialMap.Data.Figures;
using OpenSocialMap.Data.Model;
using OpenSocialMap.Disclosure;

namespace OpenSocialMap.Cli.Releases;

// Percentages and means: the numbers above and below the line, which somebody works out who knows one of them.
internal sealed partial class TableBuilder
{
    void AddRatios()
    {
        var ratios = _stated.Mains.Where(number => _stated.All[number].Value is not null && _catalog.Indicators[_stated.All[number].Key.Indicator].IsRatio).ToList();
        var parents = SharedDenominators(ratios);
        var wholes = new Dictionary<int, List<int>>();
        foreach (var number in ratios)
        {
            var stated = _stated.All[number];
            var indicator = _catalog.Indicators[stated.Key.Indicator];
            if (DenominatorOf(stated, indicator, parents.GetValueOrDefault(number, stated.Key.Breakdown)) is not { } below)
                throw new RefusedException($"{NameOf(stated.Key)} is over a number that no load gives; import it with its denominator.");
            var above = NumeratorOf(stated, indicator, below);
            _cellOf[number] = _cells.Count;
            _cells.Add(new()
            {
                Key = NameOf(stated.Key),
                Kind = indicator.Measure == Measure.Percentage ? CellKind.Percentage : CellKind.Mean,
                Numerator = above,
                Denominator = below,
                Decimals = indicator.Decimals,
                Policy = _policies.Of(indicator),
            });
            if (parents.ContainsKey(number))
                (wholes.TryGetValue(below, out var parts) ? parts : wholes[below] = []).Add(above);
        }
        // Answers to one question are shares of one number, so the last follows from the others.
        foreach (var (whole, parts) in wholes)
        {
            var distinct = parts.Distinct().ToArray();
            if (distinct.Sum(Value) <= Value(whole))
                AddSum(whole, distinct);
        }
    }

    // Shares that are each over the same number and together not more than all of it: the breakdown that this number belongs to.
    Dictionary<int, int> SharedDenominators(List<int> ratios)
    {
        var breakdowns = new BreakdownParts(_catalog, _words.Breakdowns);
        var shared = new Dictionary<int, int>();
        foreach (var parent in ratios
            .Where(number => _stated.All[number].Denominator is not null && _catalog.Indicators[_stated.All[number].Key.Indicator].Measure == Measure.Percentage)
            .SelectMany(number => breakdowns.Above(_stated.All[number].Key.Breakdown).Select(above => (Number: number, Parent: _stated.All[number].Key with { Breakdown = _words.Breakdowns.Number(above) })))
            .GroupBy(it => it.Parent, it => it.Number))
        {
            var siblings = parent.Select(number => _stated.All[number]).ToList();
            if (siblings.Count > 1 && siblings.Select(sibling => sibling.Denominator).Distinct().Count() == 1
                && siblings.Sum(sibling => Ratio.Above(Measure.Percentage, sibling.Value!.Value, sibling.Denominator!.Value)) <= siblings[0].Denominator!.Value)
                foreach (var number in parent)
                    shared.TryAdd(number, parent.Key.Breakdown);
        }
        return shared;
    }

    int? DenominatorOf(StatedCell stated, CatalogIndicator indicator, int breakdown)
    {
        var key = stated.Key with { Breakdown = breakdown, Indicator = indicator.DenominatorKey ?? BelowOf(indicator) };
        if (_numbers.TryGetValue(key, out var row) && (stated.Denominator is not { } said || said == Value(row)))
            return row;
        if (_public.TryGetValue(key, out var known) && (stated.Denominator is not { } given || given == known))
            return Add(key, IndicatorOf(key), known, CellRole.Public);
        if (stated.Denominator is not { } denominator)
            return null;
        // Another number than the row of the indicator below the line has: it is a number of its own.
        if (_numbers.ContainsKey(key))
            key = key with { Indicator = BelowOf(indicator) };
        return _numbers.TryGetValue(key, out var there) ? there : Add(key, IndicatorOf(key), denominator, CellRole.Internal);
    }

    int NumeratorOf(StatedCell stated, CatalogIndicator indicator, int below)
    {
        var key = stated.Key with { Indicator = indicator.NumeratorKey ?? AboveOf(indicator) };
        if (_numbers.TryGetValue(key, out var row) && (indicator.Measure != Measure.Percentage || Value(row) <= Value(below)))
            return row;
        if (_numbers.ContainsKey(key))
            key = key with { Indicator = AboveOf(indicator) };
        var above = Ratio.Above(indicator.Measure, stated.Value!.Value, Value(below));
        return Add(key, IndicatorOf(key), Math.Max(0, above), CellRole.Internal);
    }

    // Numbers of indicators that have no name of their own: what is above and below the line of another.
    static int AboveOf(CatalogIndicator indicator) => -2 * indicator.Key;

    static int BelowOf(CatalogIndicator indicator) => (-2 * indicator.Key) - 1;

    CatalogIndicator IndicatorOf(CellKey key)
    {
        if (key.Indicator >= 0)
            return _catalog.Indicators[key.Indicator];
        var ratio = _catalog.Indicators[-key.Indicator / 2];
        return ratio with
        {
            Measure = key.Indicator % 2 == 0 && ratio.Measure == Measure.Mean ? Measure.Amount : Measure.Count,
        };
    }

    string NameOf(CellKey key) => key.Indicator >= 0
        ? _words.Name(key)
        : $"{_words.Name(key with { Indicator = -key.Indicator / 2 })} {(key.Indicator % 2 == 0 ? "(above the line)" : "(below the line)")}";
}
