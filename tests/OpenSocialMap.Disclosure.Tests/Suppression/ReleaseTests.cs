namespace OpenSocialMap.Disclosure.Tests.Suppression;

/// <summary>A release knows what earlier ones told.</summary>
public class ReleaseTests
{
    private static readonly ProtectionPolicy Policy = new();

    private static CellTable Table(double north, double south, double west)
    {
        var table = new TableDraft(Policy);
        table.AddTotal("Oakwijk", table.Add("North", north), table.Add("South", south), table.Add("West", west));
        return table.Build();
    }

    [Fact]
    public void A_small_correction_is_itself_a_small_count()
    {
        var first = Protector.Protect(Table(40, 50, 60), new()).AsRelease("1");
        Assert.All(first.Outcomes, outcome => Assert.True(outcome.IsPublished));

        var second = Protector.Protect(Table(42, 50, 60), new(), [first]);

        Assert.Equal([WithheldReason.SmallDifference, WithheldReason.None, WithheldReason.None, WithheldReason.SmallDifference], second.Outcomes.Select(outcome => outcome.Reason));
        Assert.Empty(Attacker.Attack([first, second.AsRelease("2")]).Opened);
    }

    [Fact]
    public void A_large_correction_is_published()
    {
        var first = Protector.Protect(Table(40, 50, 60), new()).AsRelease("1");
        Assert.All(Protector.Protect(Table(47, 50, 60), new(), [first]).Outcomes, outcome => Assert.True(outcome.IsPublished));
    }

    [Fact]
    public void What_an_earlier_release_gave_away_is_refused_by_name()
    {
        var naive = Naive.Release(Table(3, 50, 60));

        var refusal = Assert.Throws<OpenTableException>(() => Protector.Protect(Table(3, 50, 60), new(), [naive]));

        Assert.Equal("North", Assert.Single(refusal.Opened).Key);
        Assert.Equal("1 protected cell could be worked out: 'North' lies from 3 to 3, and has to be open over 5.", refusal.Message);
    }

    [Fact]
    public void A_count_that_was_published_as_it_is_is_no_secret_any_more()
    {
        var table = new TableDraft(ProtectionPolicy.Unprotected);
        table.Add("North", 3);
        PublishedRelease open = new("1", table.Build(), [Outcome.Published(3)]);

        var result = Protector.Protect(Table(3, 50, 60), new(), [open]);

        Assert.Equal(WithheldReason.SmallCount, result.Outcomes[0].Reason);
        Assert.True(result.Outcomes[1].IsPublished);
    }

    [Fact]
    public void Another_dataset_with_the_same_cells_counts_too()
    {
        var other = new TableDraft(Policy);
        other.AddTotal("North and South", other.Add("North", 3), other.Add("South", 50));
        var first = Protector.Protect(other.Build(), new()).AsRelease("other");

        var second = Protector.Protect(Table(3, 50, 60), new(), [first]).AsRelease("1");

        Assert.Empty(Attacker.Attack([first, second]).Opened);
    }

    [Fact]
    public void Said_values_that_can_not_have_been_published_are_refused()
    {
        PublishedRelease wrong = new("1", Table(40, 50, 60), [Outcome.Published(41), Outcome.Published(50), Outcome.Published(60), Outcome.Published(150)]);
        Assert.StartsWith("Release 1 is said to have published 41 for 'North'", Assert.Throws<DisclosureException>(() => Attacker.Attack([wrong])).Message);
    }

    [Fact]
    public void It_can_be_followed_and_stopped()
    {
        var stages = new List<ProtectionStage>();
        Protector.Protect(Table(3, 50, 60), new(), progress: new Listener(stages));
        Assert.Equal(Enum.GetValues<ProtectionStage>(), stages.Distinct());
        Assert.Throws<OperationCanceledException>(() => Protector.Protect(Table(3, 50, 60), new(), cancellation: new(canceled: true)));
    }

    private sealed class Listener(List<ProtectionStage> stages) : IProgress<ProtectionProgress>
    {
        public void Report(ProtectionProgress value) => stages.Add(value.Stage);
    }
}
