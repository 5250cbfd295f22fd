using System.Runtime.InteropServices;

namespace OpenSocialMap.Server.Hosting;

/// <summary>
/// Ctrl-C and SIGTERM as one cancellation token that works from the first moment, also while the database is still being
/// prepared: ASP.NET Core listens to these signals only once it serves.
/// </summary>
public sealed class StopSignals : IDisposable
{
    readonly CancellationTokenSource _source = new();
    readonly PosixSignalRegistration _interrupt;
    readonly PosixSignalRegistration _terminate;

    public StopSignals()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _source.Cancel();
    }
}
