using OpenSocialMap.Server.Catalogue.Charts;

namespace OpenSocialMap.Server.Tests.Catalogue;

/// <summary>The classes of a map: each has values in it, and no border cuts between equal values.</summary>
public sealed class ClassesTests
{
    [Fact]
    public void Whatever_the_values_are_each_class_has_some_and_borders_lie_between_them()
    {
        var random = new Random(5);
        for (var round = 0; round < 3000; round++)
        {
            var scale = random.Next(4);
            var values = Enumerable.Range(0, random.Next(1, 60)).Select(_ => Math.Round((decimal)(random.NextDouble() * Math.Pow(10, random.Next(6)) - random.Next(20)), scale)).ToList();
            var classes = Classes.Of(values);
            Assert.InRange(classes.Count, 1, Math.Min(5, values.Distinct().Count()));
            Assert.Equal(classes.Borders.Order(), classes.Borders);
            Assert.Equal(classes.Count, values.Select(classes.Of).Distinct().Count());
        }
    }

    [Theory]
    [InlineData(31.9, 35.3, 35)]
    [InlineData(35.3, 35.9, 35.5)]
    [InlineData(162, 163, 163)]
    [InlineData(980, 1034, 1000)]
    [InlineData(-3, 2, 0)]
    [InlineData(0.0012, 0.0019, 0.0015)]
    public void A_border_is_as_round_as_can_be(decimal lower, decimal upper, decimal border) => Assert.Equal(border, Classes.Roundest(lower, upper));

    [Theory]
    [InlineData("2022", "2022-01-01", "2022-12-31")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2022-Q3", "2022-07-01", "2022-09-30")]
    [InlineData("2022-S2", "2022-07-01", "2022-12-31")]
    [InlineData("2022-10-03", "2022-10-03", "2022-10-03")]
    public void A_period_has_a_first_and_a_last_day(string period, string first, string last)
    {
        Assert.Equal(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), Period.FirstDay(period));
        Assert.Equal(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), Period.LastDay(period));
    }

    [Theory]
    [InlineData(0, 97, 0, 100, 20)]
    [InlineData(-3, 12, -5, 15, 5)]
    [InlineData(5, 5, 0, 5, 1)]
    [InlineData(0, 0, 0, 0.000001, 0.0000002)]
    public void Ticks_are_round_and_take_in_all(decimal least, decimal most, decimal from, decimal to, decimal step)
    {
        var ticks = Ticks.Over(least, most);
        Assert.Equal((from, to, step), (ticks.From, ticks.To, ticks.Step));
        Assert.InRange(ticks.All.Count(), 3, 12);
    }
}
