using System.Text;
using OpenSocialMap.Data.Signals;
using OpenSocialMap.Server.GraphQL.Answers;
using OpenSocialMap.Server.Sql;

namespace OpenSocialMap.Server.Tests.Answers;

/// <summary>What the memory for answers holds, and what it lets go.</summary>
public sealed class AnswerCacheTests
{
    private const int Size = 10_000;

    [Fact]
    public void It_holds_no_more_than_it_may()
    {
        var cache = new AnswerCache(capacity: 1_000_000, new DataVersion());

        for (var i = 0; i < 1_000; i++)
            cache.Keep(Digest(i), Answer(version: 0));

        var kept = Enumerable.Range(0, 1_000).Where(i => cache.Find(Digest(i)) is not null).ToList();
        Assert.InRange(kept.Count, 20, 1_000_000 / Size);
        // The latest are the ones that stayed.
        Assert.All(kept, i => Assert.True(i > 850));
    }

    [Fact]
    public void What_is_asked_for_stays()
    {
        var cache = new AnswerCache(capacity: 1_000_000, new DataVersion());
        cache.Keep(Digest(0), Answer(version: 0));

        for (var i = 1; i < 1_000; i++)
        {
            cache.Keep(Digest(i), Answer(version: 0));
            Assert.NotNull(cache.Find(Digest(0)));
        }
    }

    [Fact]
    public void One_that_would_fill_it_alone_is_not_kept()
    {
        var cache = new AnswerCache(capacity: Size, new DataVersion());
        cache.Keep(Digest(1), Answer(version: 0));
        Assert.Null(cache.Find(Digest(1)));
    }

    [Fact]
    public void What_was_made_of_other_data_is_not_given_but_for_a_database_that_is_away()
    {
        var cache = new AnswerCache(capacity: 1_000_000, new DataVersion());
        cache.Keep(Digest(1), Answer(version: 7));
        // The version isn't known: nothing was heard yet.
        Assert.Null(cache.Find(Digest(1)));
        Assert.NotNull(cache.FindStale(Digest(1)));
    }

    [Fact]
    public void Requests_that_differ_in_anything_have_different_digests()
    {
        RequestDigest[] digests =
        [
            RequestDigest.Of("a"u8, 0, "https://x", "q"u8),
            RequestDigest.Of("b"u8, 0, "https://x", "q"u8),
            RequestDigest.Of("a"u8, 1, "https://x", "q"u8),
            RequestDigest.Of("a"u8, 0, "https://xq", ""u8),
            RequestDigest.Of("a"u8, 0, "https://x", "r"u8),
            RequestDigest.Of("a"u8, 0, "https://x", new byte[5_000]),
        ];
        Assert.Equal(digests.Length, digests.Distinct().Count());
        Assert.Equal(digests[0], RequestDigest.Of("a"u8, 0, "https://x", "q"u8));
    }

    private static RequestDigest Digest(int i) => new((UInt128)i);

    private static Answer Answer(long version)
    {
        var field = new RootField(Encoding.UTF8.GetBytes("\"f\":"), null);
        return new Answer(new Statement("select", [], [field], []), new StatementResult([new byte[Size]], [], version), default, "W/\"1\"");
    }
}
