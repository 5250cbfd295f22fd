using System.Text.RegularExpressions;

namespace OpenSocialMap.Server.Tests.Repository;

/// <summary>
/// Somebody sets the machine's clock, or it jumps by itself: how fresh an answer is, how long something may take and who has asked how much
/// is counted by a clock that only goes forward, so that none of it depends on the time of day.
/// </summary>
public sealed partial class ClockTests
{
    [Fact]
    public void Nothing_in_the_server_looks_at_the_time_of_day() =>
        Assert.DoesNotContain(Clone.Files("src", "*.cs"), path => TimeOfDay().IsMatch(File.ReadAllText(Path.Combine(Clone.Root, path))));

    [Theory]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("clock.GetUtcNow()")]
    [InlineData("File.GetLastWriteTimeUtc(path)")]
    public void That_would_be_seen(string code) => Assert.Matches(TimeOfDay(), code);

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(UtcNow|Now|Today)\b|\bGet(Utc|Local)Now\b|\bGetLastWriteTime|\bgettimeofday\b")]
    private static partial Regex TimeOfDay();
}
