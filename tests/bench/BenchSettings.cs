namespace OpenSocialMap.Bench;

/// <summary>How long and what to measure; each can be given on the command line.</summary>
internal sealed record BenchSettings
{
    /// <summary>The server's program.</summary>
    public required string Server { get; init; }

    /// <summary>How often every operation is measured on both servers; the table shows medians.</summary>
    public int Rounds { get; init; } = 15;

    /// <summary>How long one measurement lasts.</summary>
    public double Seconds { get; init; } = 1;

    /// <summary>How many clients ask at the same time.</summary>
    public int Connections { get; init; } = 8;

    /// <summary>A word in the names of the operations to measure; null measures all.</summary>
    public string? Only { get; init; }

    /// <summary>Whether everything keeps running after the measurement.</summary>
    public bool Stay { get; init; }

    public static BenchSettings Read(string[] args) =>
        new ConfigurationBuilder().AddCommandLine(args).Build().Get<BenchSettings>() is { Server: not null } settings
            ? settings
            : throw new BenchException("Say which server to measure: --server PATH. tests/bench/run does.");
}

/// <summary>The benchmark can't go on; the message says why.</summary>
internal sealed class BenchException(string message) : Exception(message);
