namespace OpenSocialMap.Bench;

/// <summary>How long and what to measure; each can be given on the command line.</summary>
internal sealed record BenchSettings
{
    /// <summary>The server's program.</summary>
    public required string Server { get; init; }

    /// <summary>The folder in which npm has installed PostGraphile; null leaves it out.</summary>
    public string? Peer { get; init; }

    /// <summary>How often everything is measured; the tables show medians.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>How long one measurement lasts.</summary>
    public int Seconds { get; init; } = 2;

    /// <summary>How long everybody is asked before anything counts: a database that is larger than the memory takes longer to get warm.</summary>
    public int Warm { get; init; } = 2;

    /// <summary>How many connections wrk keeps busy.</summary>
    public int Connections { get; init; } = 16;

    /// <summary>A word in the names of the operations to measure; null measures those that the goals are about.</summary>
    public string? Only { get; init; }

    /// <summary>How many invented towns: above 1, one town is compared with so many, instead of ours with the others.</summary>
    public int Scale { get; init; } = 1;

    /// <summary>For how many weeks each activity goes on: fewer of them keep many towns on a small disk.</summary>
    public int Weeks { get; init; } = 20;

    /// <summary>Whether to wait for Enter between loading and measuring.</summary>
    public bool Wait { get; init; }

    /// <summary>Whether everything keeps running after the measurement.</summary>
    public bool Stay { get; init; }

    public static BenchSettings Read(string[] args)
    {
        var settings = new ConfigurationBuilder().AddCommandLine(args).Build().Get<BenchSettings>();
        return settings switch
        {
            null or { Server: null } => throw new BenchException("Say which server to measure: --server PATH. tests/bench/run does."),
            { Scale: < 1 or > 100 } => throw new BenchException("--scale goes from 1 to 100: towns have codes of two digits."),
            { Weeks: < 1 or > 20 } => throw new BenchException("--weeks goes from 1 to 20."),
            _ => settings,
        };
    }
}

/// <summary>The benchmark can't go on; the message says why.</summary>
internal sealed class BenchException(string message) : Exception(message);
