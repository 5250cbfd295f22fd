namespace OpenSocialMap.Server.Telemetry;

/// <summary>How a request ended when it ended well; else it is the code of its error.</summary>
internal static class Outcome
{
    /// <summary>The database was asked, or nothing had to be.</summary>
    public const string Answered = "answered";

    /// <summary>The answer lay in memory, or the client had it.</summary>
    public const string Kept = "kept";

    /// <summary>The answer lay in memory and may be old: the database was away.</summary>
    public const string Stale = "stale";

    /// <summary>The client wanted to know what it costs.</summary>
    public const string Priced = "priced";

    /// <summary>It was answered as a stream.</summary>
    public const string Streamed = "streamed";

    /// <summary>The client went away.</summary>
    public const string Abandoned = "abandoned";

    public static bool IsGood(string outcome) => outcome is Answered or Kept or Stale or Priced or Streamed or Abandoned;
}
