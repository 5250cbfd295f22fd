namespace OpenSocialMap.Cli;

/// <summary>What was asked can't be done; the message says why and what to do, and nothing was written.</summary>
internal sealed class RefusedException(string message, int exitCode = ExitCode.Refused) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
