namespace OpenSocialMap.Disclosure.Tests.Tables;

/// <summary>A table that doesn't hold together is refused, by name.</summary>
public class CellTableTests
{
    private static readonly ProtectionPolicy Policy = new();

    private static string Refusal(Action<TableDraft> fill)
    {
        var table = new TableDraft(Policy);
        fill(table);
        return Assert.Throws<DisclosureException>(table.Build).Message;
    }

    [Fact]
    public void A_total_that_is_not_the_sum_of_its_parts() => Assert.Equal(
        "'Oakwijk' is 107, and its 2 parts from 'North' on come to 97, the largest being 57: that is no Sum relation.",
        Refusal(table => table.Relations.Add(Relation.Sum(table.Add("Oakwijk", 107), table.Add("North", 57), table.Add("South", 40)))));

    [Fact]
    public void A_part_larger_than_the_whole() => Assert.Contains(
        "that is no Cover relation",
        Refusal(table => table.Relations.Add(Relation.Cover(table.Add("Year", 30), table.Add("January", 31), table.Add("February", 3)))));

    [Fact]
    public void Two_cells_of_one_name() => Assert.Equal("Two cells have the key 'North'.", Refusal(table => (table.Add("North", 1), table.Add("North", 2)).ToString()));

    [Fact]
    public void A_count_that_is_negative_or_in_halves()
    {
        Assert.Equal("'North' is -1; counts and amounts are numbers of 0 or more.", Refusal(table => table.Add("North", -1)));
        Assert.Equal("'North' is 2.5; a count is a whole number.", Refusal(table => table.Add("North", 2.5)));
    }

    [Fact]
    public void A_percentage_of_more_than_all() => Assert.Equal(
        "'Share' is 9 of 8: more than all of them.",
        Refusal(table => table.Add(new Cell { Key = "Share", Kind = CellKind.Percentage, Numerator = table.Add("Helped", 9), Denominator = table.Add("Asked", 8), Policy = Policy })));

    [Fact]
    public void A_relation_with_a_cell_that_is_not_there() =>
        Assert.Equal("A relation names cell 7, and the table has 1.", Refusal(table => table.Relations.Add(Relation.Sum(table.Add("Oakwijk", 1), 7))));

    [Fact]
    public void Rounding_and_suppression_in_one_table() => Assert.StartsWith("Some cells are to be rounded and others suppressed", Refusal(table =>
    {
        table.Add("North", 10);
        table.Add(new Cell { Key = "South", Value = 10, Policy = Policy with { Method = ProtectionMethod.Rounding } });
    }));
}
