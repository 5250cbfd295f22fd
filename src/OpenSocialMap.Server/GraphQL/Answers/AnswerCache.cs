using OpenSocialMap.Data.Signals;

namespace OpenSocialMap.Server.GraphQL.Answers;

/// <summary>
/// Answers of late, given again without the database as long as the data is of the version that they were made of. An answer carries the
/// version that its own statement saw, so one that was made while somebody wrote can't pass for newer than it is.
/// </summary>
/// <param name="capacity">How many bytes it may hold in all; 0 keeps nothing.</param>
internal sealed class AnswerCache(long capacity, DataVersion version)
{
    private const int Overhead = 500;
    private const string Any = "*";
    private static readonly TimeSpan LongestStale = TimeSpan.FromMinutes(10);

    // Two generations share the room, and compressed forms come to less than half of an answer.
    private readonly RecentCache<RequestDigest, Answer> _answers = new(capacity / 2, (_, answer) => answer.Length * 3L / 2 + Overhead);

    /// <summary>The answer to this request, when it holds still.</summary>
    public Answer? Find(RequestDigest request) =>
        _answers.Find(request) is { } answer && (answer.Version == 0 || answer.Version == version.Current) ? answer : null;

    /// <summary>An answer that may be old, for the time that the database can't be reached; null when there is none of the last ten minutes.</summary>
    public Answer? FindStale(RequestDigest request) =>
        _answers.Find(request) is { } answer && Environment.TickCount64 - answer.MadeAt < LongestStale.TotalMilliseconds ? answer : null;

    public void Keep(RequestDigest request, Answer answer) => _answers.Set(request, answer);

    /// <summary>The entity tag of the answer that would be made now, when that is one of those that the client has; else null.</summary>
    public string? Confirms(string? ifNoneMatch, RequestDigest request)
    {
        // Whether there is any answer, only making it can tell.
        if (string.IsNullOrEmpty(ifNoneMatch) || ifNoneMatch == Any || version.Current is not (> 0 and var current))
            return null;
        var entityTag = request.EntityTag(current);
        return Matches(ifNoneMatch, entityTag) ? entityTag : null;
    }

    /// <summary>Compares the tag of an answer that there is, as a weak validator: what stands before the quotes doesn't count.</summary>
    public static bool Matches(string? ifNoneMatch, string entityTag) =>
        !string.IsNullOrEmpty(ifNoneMatch) && (ifNoneMatch == Any || ifNoneMatch.AsSpan().Contains(entityTag.AsSpan(2), StringComparison.Ordinal));
}
