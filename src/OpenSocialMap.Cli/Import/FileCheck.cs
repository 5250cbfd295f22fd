using OpenSocialMap.Cli.Catalog;
using OpenSocialMap.Cli.Tables;

namespace OpenSocialMap.Cli.Import;

/// <summary>Looks at a whole file of raw figures before anything of it is written: cells that are there twice, totals that don't add up, percentages of nothing.</summary>
internal sealed class FileCheck(RawTable table, Problems problems, AcceptedOddities accepted)
{
    /// <summary>The lines whose figures contradict each other, or themselves, by the steward's choice.</summary>
    public HashSet<int> Disputed { get; } = [];

    public void Add(RawRow row)
    {
        var cell = new RawCell(row.Value, row.Denominator, Load: 0, row.Line, table.Citation(row.SourceKey, row.Locator, row.StatedOn));
        if (table.TryAdd(row.Cell, cell))
            return;
        var number = table.Find(row.Cell)!.Value;
        var first = table.Cells[number];
        if (first.Citation == cell.Citation || table.Variants.Any(it => it.Number == number && it.Cell.Citation == cell.Citation))
        {
            problems.Add(row.Line, "", $"this cell is on line {first.Line} already ({table.Words.Name(row.Cell)}); remove one of the two");
            return;
        }
        table.Variants.Add((number, cell));
        Quarrel(row.Line, $"line {first.Line} has another word on the same cell ({table.Words.Name(row.Cell)}); remove one of the two", first.Line, row.Line);
    }

    /// <summary>When all rows are there, and those of earlier loads that they belong with.</summary>
    public void CheckTotals()
    {
        var numbers = Enumerable.Range(0, table.Cells.Count).Where(number => table.Cells[number].Value is not null && !IndicatorOf(number).IsRatio).ToArray();
        var keys = Array.ConvertAll(numbers, number => table.Keys[number]);
        foreach (var relation in new RelationFinder(table.Words).Find(keys))
        {
            var total = numbers[relation.Total];
            var parts = Array.ConvertAll(relation.Parts, part => numbers[part]);
            if (parts.Append(total).All(number => table.Cells[number].Load != 0))
                continue;
            // Of a cell with several words on it, the one that adds up is taken.
            var judgements = Values(total).Select(value => Judge.Of(relation, IndicatorOf(total), value, [.. parts.Select(part => table.Cells[part].Value!.Value)])).ToList();
            if (!judgements.Contains(Judgement.AddsUp))
                Report(judgements[0], relation, total, parts);
        }
    }

    void Report(Judgement judgement, FoundRelation relation, int total, int[] parts)
    {
        var line = table.Cells[total].Load == 0 ? table.Cells[total].Line : parts.Select(part => table.Cells[part]).First(cell => cell.Load == 0).Line;
        var (sum, value) = (parts.Sum(part => table.Cells[part].Value!.Value), table.Cells[total].Value!.Value);
        var said = $"{table.Words.Name(table.Keys[total])} is {value:0.######}, and its parts ({Places(parts)}) come to {sum:0.######}";
        if (judgement is Judgement.Exceeds or Judgement.FallsShort)
            Quarrel(line, $"{said}; correct one of them", [.. parts.Append(total).Where(IsOfFile).Select(number => table.Cells[number].Line)]);
        else if (judgement is Judgement.PartExceeds)
            Quarrel(line, $"{table.Words.Name(table.Keys[total])} is {value:0.######}, less than one of its parts ({Places(parts)}); correct one of them",
                [.. parts.Append(total).Where(IsOfFile).Select(number => table.Cells[number].Line)]);
        else if (judgement is Judgement.HasRest && relation.Sort != RelationSort.Periods && !accepted.Rest && !accepted.Quarrels)
            problems.Add(line, "value", $"{said}; add the parts that are missing, or say --accept-rest when the file leaves some out, or --accept-quarrels when its source contradicts itself");
        else if (judgement is Judgement.HasRest && relation.Sort != RelationSort.Periods && !accepted.Rest)
            Disputed.UnionWith(parts.Append(total).Where(IsOfFile).Select(number => table.Cells[number].Line));
    }

    /// <summary>A percentage or mean says over how many it is, and is one that so many can give.</summary>
    public void CheckRatios()
    {
        if (table.Words.Catalog.Dataset.IsUnprotected)
            return;
        foreach (var number in Enumerable.Range(0, table.Cells.Count).Where(number => IsOfFile(number) && IndicatorOf(number).IsRatio))
        {
            var (cell, indicator) = (table.Cells[number], IndicatorOf(number));
            if (cell.Value is not { } value)
                continue;
            if (Ratio.Of(table, number) is not { } ratio)
                problems.Add(cell.Line, "denominator", $"{indicator.Code} is over a number of persons or things that the file doesn't give; "
                    + "add the column denominator, or a row of the indicator below the line for the same area, period and breakdown");
            else if (!ratio.Gives(value))
                Quarrel(cell.Line, $"{value:0.######} can't be {ratio.Numerator:0.######} of {ratio.Denominator:0.######}, the nearest whole number; correct one of them", cell.Line);
        }
    }

    CatalogIndicator IndicatorOf(int number) => table.Words.Catalog.Indicators[table.Keys[number].Indicator];

    bool IsOfFile(int number) => table.Cells[number].Load == 0;

    IEnumerable<decimal> Values(int number) =>
        table.Variants.Where(it => it.Number == number).Select(it => it.Cell.Value).Prepend(table.Cells[number].Value).OfType<decimal>();

    string Places(int[] numbers)
    {
        var places = numbers.Take(8).Select(number => table.Cells[number] is { Load: > 0 } earlier ? $"load {earlier.Load} line {earlier.Line}" : $"line {table.Cells[number].Line}");
        return string.Join(", ", places) + (numbers.Length > 8 ? $" and {numbers.Length - 8} more" : "");
    }

    void Quarrel(int line, string problem, params int[] lines)
    {
        if (accepted.Quarrels)
            Disputed.UnionWith(lines);
        else
            problems.Add(line, "value", $"{problem}, or record the contradiction with --accept-quarrels");
    }
}
