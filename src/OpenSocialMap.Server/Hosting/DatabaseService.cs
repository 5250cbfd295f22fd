namespace OpenSocialMap.Server.Hosting;

/// <summary>Works on the database as long as the server runs.</summary>
internal abstract class DatabaseService : BackgroundService
{
    protected abstract Task RunAsync(CancellationToken stop);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Npgsql throws into whoever cancels while a connection breaks; the host would take that for a stop that failed. So nobody waits for it.
        using var stop = new CancellationTokenSource();
        await using var asked = stoppingToken.UnsafeRegister(_ => _ = stop.CancelAsync(), null);
        await RunAsync(stop.Token);
    }
}
