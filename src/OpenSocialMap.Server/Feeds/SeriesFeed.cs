using System.Text.Json;

namespace OpenSocialMap.Server.Feeds;

/// <summary>A feed that tells each activity once, with all its times; they come together, one activity after another.</summary>
internal abstract class SeriesFeed(Feed feed) : FeedWriter(feed)
{
    private readonly List<FeedOccurrence> _times = [];

    public sealed override void Write(JsonElement occurrence)
    {
        var time = ReadOccurrence(occurrence);
        if (_times.Count > 0 && _times[0].Activity.Id != time.Activity.Id)
            WriteGathered();
        _times.Add(time);
    }

    public sealed override void End(string? next)
    {
        WriteGathered();
        End();
    }

    /// <param name="times">By day and time; never empty.</param>
    protected abstract void WriteSeries(FeedActivity activity, IReadOnlyList<FeedOccurrence> times);

    protected abstract void End();

    private void WriteGathered()
    {
        if (_times.Count > 0)
            WriteSeries(_times[0].Activity, [.. _times.OrderBy(time => time.Date).ThenBy(time => time.StartTime)]);
        _times.Clear();
    }
}
