namespace OpenSocialMap.Cli;

/// <summary>With what number the program ends, for scripts.</summary>
internal static class ExitCode
{
    /// <summary>It was done.</summary>
    public const int Done = 0;

    /// <summary>The command line can't be understood.</summary>
    public const int Usage = 1;

    /// <summary>The file or the request holds mistakes; nothing was written.</summary>
    public const int Refused = 2;

    /// <summary>There is no database, or it can't be used.</summary>
    public const int NoDatabase = 3;

    /// <summary>The figures could be opened by who adds and subtracts; nothing was released.</summary>
    public const int Unsafe = 4;

    /// <summary>Our own fault.</summary>
    public const int Fault = 5;

    /// <summary>It was stopped by a signal; nothing was written.</summary>
    public const int Stopped = 130;
}
