namespace OpenSocialMap.Disclosure.Tests.Rounding;

/// <summary>Rounding is random, fair, and always the same for the same cell.</summary>
public class RoundingTests
{
    private static readonly RoundingKey Key = new([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(10)]
    public void Every_remainder_is_rounded_without_bias(int roundingBase)
    {
        const int cells = 20_000;
        for (var count = 0; count <= roundingBase; count++)
        {
            var mean = Enumerable.Range(0, cells).Average(cell => Key.Round($"cell {cell}", count, roundingBase));
            // The draws are fixed by the key. Five standard errors, so that any key would do.
            var chance = (double)(count % roundingBase) / roundingBase;
            var error = roundingBase * Math.Sqrt(chance * (1 - chance) / cells);
            Assert.InRange(mean, count - 5 * error, count + 5 * error);
        }
    }

    [Fact]
    public void A_count_goes_to_a_neighbouring_multiple_and_a_multiple_stays()
    {
        for (var count = 0; count < 200; count++)
        {
            var rounded = Key.Round("Oakwijk", count, 5);
            Assert.Equal(0, rounded % 5);
            Assert.InRange(Math.Abs(rounded - count), 0, count % 5 == 0 ? 0 : 4);
        }
    }

    [Fact]
    public void The_same_cell_goes_the_same_way_and_a_correction_is_no_new_draw()
    {
        Assert.Equal(Key.Round("Oakwijk", 7, 5), new RoundingKey([.. Enumerable.Range(0, 32).Select(number => (byte)number)]).Round("Oakwijk", 7, 5));
        for (var cell = 0; cell < 500; cell++)
        {
            var rounded = Enumerable.Range(0, 30).Select(count => Key.Round($"cell {cell}", count, 5)).ToList();
            Assert.Equal(rounded.Order(), rounded);
        }
    }

    [Fact]
    public void Another_key_rounds_another_way() =>
        Assert.InRange(Enumerable.Range(0, 1000).Count(cell => Key.Round($"cell {cell}", 7, 5) != new RoundingKey(new byte[32]).Round($"cell {cell}", 7, 5)), 300, 700);

    [Fact]
    public void Totals_are_rounded_by_themselves()
    {
        var policy = new ProtectionPolicy { Method = ProtectionMethod.Rounding };
        var table = new TableDraft(policy);
        var parts = Enumerable.Range(0, 12).Select(part => table.Add($"Part {part}", 7)).ToArray();
        var total = table.AddTotal("All", parts);

        var result = Protector.Protect(table.Build(), new() { RoundingKey = Key });

        Assert.Equal(Key.Round("All", 84, 5), result.Outcomes[total].Value);
        Assert.NotEqual(parts.Sum(part => result.Outcomes[part].Value), result.Outcomes[total].Value);
        Assert.InRange(result.Loss.MeanRoundingError, 1, 3);
    }

    [Fact]
    public void Where_roundings_together_give_counts_away_a_cell_is_withheld()
    {
        // Three counts of 4 that are all rounded down, and a total of 12 that is rounded up: 11 or more in three cells of at most 4.
        var policy = new ProtectionPolicy { Method = ProtectionMethod.Rounding };
        string Named(string name, long count, long rounded) => Enumerable.Range(0, 1000).Select(number => $"{name} {number}").First(text => Key.Round(text, count, 5) == rounded);
        var table = new TableDraft(policy);
        table.AddTotal(Named("All", 12, 15), table.Add(Named("A", 4, 0), 4), table.Add(Named("B", 4, 0), 4), table.Add(Named("C", 4, 0), 4));
        var naive = new PublishedRelease("naive", table.Build(), [.. table.Cells.Select(cell => Outcome.Published(Key.Round(cell.Key, (long)cell.Value, 5)))]);

        Assert.Equal(3, Attacker.Attack([naive]).Opened.Count);
        var result = Protector.Protect(table.Build(), new() { RoundingKey = Key });
        Assert.Equal(1, result.Loss.Secondary);
        Assert.Empty(Attacker.Attack([result.AsRelease("1")]).Opened);
    }

    [Fact]
    public void Without_a_key_nothing_is_rounded()
    {
        var table = new TableDraft(new() { Method = ProtectionMethod.Rounding });
        table.Add("Oakwijk", 7);
        Assert.Equal("The table is to be rounded, and there is no rounding key.", Assert.Throws<DisclosureException>(() => Protector.Protect(table.Build(), new())).Message);
        Assert.StartsWith("The rounding key has 8 bytes", Assert.Throws<DisclosureException>(() => new RoundingKey(new byte[8])).Message);
    }
}
