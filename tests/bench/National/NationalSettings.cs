namespace OpenSocialMap.Bench.National;

/// <summary>What to measure of a country; each can be given on the command line.</summary>
internal sealed record NationalSettings
{
    /// <summary>The server's program.</summary>
    public required string Server { get; init; }

    /// <summary>The steward's program.</summary>
    public required string Command { get; init; }

    /// <summary>How many years there are in the end, the one that the command released among them.</summary>
    public int Periods { get; init; } = 40;

    /// <summary>How many indicators.</summary>
    public int Indicators { get; init; } = 50;

    /// <summary>How often each question is asked.</summary>
    public int Times { get; init; } = 300;

    /// <summary>A word in the names of the questions; null asks all.</summary>
    public string? Only { get; init; }

    /// <summary>Whether to wait for Enter before anything is measured.</summary>
    public bool Wait { get; init; }

    /// <summary>Whether everything keeps running after the measurement.</summary>
    public bool Stay { get; init; }

    public static NationalSettings Read(string[] args)
    {
        var settings = new ConfigurationBuilder().AddCommandLine(args).Build().Get<NationalSettings>();
        return settings switch
        {
            null or { Server: null } or { Command: null } => throw new BenchException("Say what to measure: --server PATH --command PATH. tests/bench/run-national does."),
            { Periods: < 1 or > 100 } => throw new BenchException("--periods goes from 1 to 100."),
            { Indicators: < 1 or > 99 } => throw new BenchException("--indicators goes from 1 to 99: their names have two digits."),
            { Times: < 1 } => throw new BenchException("--times is 1 or more."),
            _ => settings,
        };
    }
}
