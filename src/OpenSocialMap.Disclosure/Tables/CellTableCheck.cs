namespace OpenSocialMap.Disclosure;

/// <summary>Refuses a table that doesn't hold together, and says which cell or relation it is.</summary>
static class CellTableCheck
{
    public static void Check(CellTable table)
    {
        var keys = new HashSet<string>(table.Cells.Count, StringComparer.Ordinal);
        var policies = new HashSet<ProtectionPolicy>(ReferenceEqualityComparer.Instance);
        for (var index = 0; index < table.Cells.Count; index++)
        {
            var cell = table.Cells[index];
            Refuse.Unless(!string.IsNullOrEmpty(cell.Key), $"Cell {index} has no key.");
            Refuse.Unless(keys.Add(cell.Key), $"Two cells have the key '{cell.Key}'.");
            if (policies.Add(cell.Policy))
            {
                cell.Policy.Checked();
            }
            CheckValue(cell);
            CheckRatio(table, cell);
        }
        CheckMethods(table);
        foreach (var relation in table.Relations)
        {
            CheckRelation(table, relation);
        }
    }

    private static void CheckValue(Cell cell)
    {
        if (cell.IsRatio)
        {
            return;
        }
        Refuse.Unless(double.IsFinite(cell.Value) && cell.Value >= 0, $"'{cell.Key}' is {cell.Value}; counts and amounts are numbers of 0 or more.");
        Refuse.Unless(cell.Kind != CellKind.Count || cell.Value == Math.Floor(cell.Value), $"'{cell.Key}' is {cell.Value}; a count is a whole number.");
        Refuse.Unless(cell.KnownLower <= cell.Value && cell.Value <= cell.KnownUpper,
            $"'{cell.Key}' is {cell.Value}, outside what is said to be known of it: {cell.KnownLower} to {cell.KnownUpper}.");
        Refuse.Unless(!cell.IsStructuralZero || cell.Value == 0, $"'{cell.Key}' is {cell.Value} and called a structural zero.");
        Refuse.Unless(cell.Weight is not { } weight || (weight > 0 && double.IsFinite(weight)), $"'{cell.Key}' has a weight that is not above 0.");
        Refuse.Unless(cell.Contributions.Sum() <= cell.Value * (1 + 1e-9) + 1e-9, $"The largest contributions to '{cell.Key}' are more than its {cell.Value}.");
    }

    private static void CheckRatio(CellTable table, Cell cell)
    {
        if (!cell.IsRatio)
        {
            Refuse.Unless(cell.Numerator is null && cell.Denominator is null, $"'{cell.Key}' is a {cell.Kind} and has a numerator or denominator.");
            return;
        }
        Refuse.Unless(cell.Role == CellRole.Publishable, $"'{cell.Key}' is a {cell.Kind}; those are Publishable, never {cell.Role}.");
        Refuse.Unless(cell.Decimals is >= 0 and <= 6, $"'{cell.Key}' has {cell.Decimals} decimals; 0 to 6 are possible.");
        var numerator = Referred(table, cell, cell.Numerator, "numerator");
        var denominator = Referred(table, cell, cell.Denominator, "denominator");
        Refuse.Unless(denominator.Kind == CellKind.Count, $"The denominator of '{cell.Key}' is a {denominator.Kind}; it has to be a count.");
        Refuse.Unless(cell.Kind == CellKind.Mean || numerator.Kind == CellKind.Count, $"The numerator of '{cell.Key}' is a {numerator.Kind}; a percentage has a count there.");
        Refuse.Unless(cell.Kind == CellKind.Mean || numerator.Value <= denominator.Value,
            $"'{cell.Key}' is {numerator.Value} of {denominator.Value}: more than all of them.");
    }

    private static Cell Referred(CellTable table, Cell cell, int? index, string what)
    {
        Refuse.Unless(index is >= 0 && index < table.Cells.Count, $"The {what} of '{cell.Key}' is cell {(index is { } number ? number : -1)}, which isn't in the table.");
        var referred = table.Cells[index!.Value];
        Refuse.Unless(!referred.IsRatio, $"The {what} of '{cell.Key}' is itself a {referred.Kind}.");
        return referred;
    }

    private static void CheckMethods(CellTable table)
    {
        var methods = table.Cells.Where(cell => cell.Role != CellRole.Public && cell.Policy.Method != ProtectionMethod.None).Select(cell => cell.Policy.Method).Distinct().ToList();
        Refuse.Unless(methods.Count <= 1, "Some cells are to be rounded and others suppressed; a dataset has one method, because a mix is easily opened.");
    }

    private static void CheckRelation(CellTable table, Relation relation)
    {
        var indices = relation.Parts.Append(relation.Total).ToList();
        foreach (var index in indices)
        {
            Refuse.Unless(index >= 0 && index < table.Cells.Count, $"A relation names cell {index}, and the table has {table.Cells.Count}.");
            Refuse.Unless(!table.Cells[index].IsRatio, $"'{table.Cells[index].Key}' is a {table.Cells[index].Kind} and can't be added up.");
        }
        var total = table.Cells[relation.Total];
        Refuse.Unless(relation.Parts.Count > 0, $"The relation of total '{total.Key}' has no parts.");
        Refuse.Unless(indices.Distinct().Count() == indices.Count, $"The relation of total '{total.Key}' has a cell twice.");
        var sum = relation.Parts.Sum(part => table.Cells[part].Value);
        var largest = relation.Parts.Max(part => table.Cells[part].Value);
        var tolerance = 1e-6 * Math.Max(1, total.Value);
        var holds = relation.Kind switch
        {
            RelationKind.Sum => Math.Abs(sum - total.Value) <= tolerance,
            RelationKind.Cover => largest <= total.Value + tolerance && total.Value <= sum + tolerance,
            RelationKind.Partial => sum <= total.Value + tolerance,
            RelationKind.Within => largest <= total.Value + tolerance,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        Refuse.Unless(holds,
            $"'{total.Key}' is {total.Value}, and its {relation.Parts.Count} parts from '{table.Cells[relation.Parts[0]].Key}' on come to {sum}, the largest being {largest}: that is no {relation.Kind} relation.");
    }
}
