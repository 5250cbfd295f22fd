// The server's whole life: read the settings, see that the port is free, open the database, serve, and put everything away again.
using Microsoft.AspNetCore.Connections;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Hosting;

using var stop = new StopSignals();
try
{
    var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
    var settings = ServerSettings.Read(configuration);
    if (args is ["health"])
    {
        return await HealthProbe.AskAsync(settings, stop.Token);
    }

    using var logs = ConsoleLog.CreateFactory(configuration);
    PortCheck.RequireFree(settings.Urls);
    await using var database = await OpenDatabaseAsync(settings, logs);
    await using var app = SocialMapServer.Build(settings, database, logs);
    await app.RunAsync(stop.Token);
    return 0;
}
catch (StartupException reason)
{
    Console.Error.WriteLine(reason.Message);
    return 1;
}
catch (IOException e) when (e.InnerException is AddressInUseException)
{
    Console.Error.WriteLine(PortCheck.TakenMeanwhile);
    return 1;
}
catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
{
    return 0;
}

async Task<SocialMapDatabase> OpenDatabaseAsync(ServerSettings settings, ILoggerFactory logs)
{
    try
    {
        return await SocialMapDatabase.OpenAsync(settings.Database, logs, stop.Token);
    }
    catch (Exception e) when (e is not OperationCanceledException)
    {
        Log.DatabaseNotOpened(logs.CreateLogger(typeof(Program).Assembly.GetName().Name!), e);
        throw new StartupException($"OpenSocialMap can't open its database: {e.GetBaseException().Message}", e);
    }
}
