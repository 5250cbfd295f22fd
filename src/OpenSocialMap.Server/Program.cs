// The server's whole life: read the settings, see that the port is free, open the database, serve, and put everything away again.
using Microsoft.AspNetCore.Connections;
using OpenSocialMap.Data;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Sql.Catalog;

using var stop = new StopSignals();
var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
using var logs = ConsoleLog.CreateFactory(configuration);
var serving = false;
try
{
    var settings = ServerSettings.Read(configuration);
    if (args is ["health"])
    {
        return await HealthProbe.AskAsync(settings, stop.Token);
    }

    PortCheck.RequireFree(settings.Urls);
    // Reading the contract takes as long as opening the database does.
    var prepared = Task.Run(() => SocialMapServer.Prepare(settings, logs));
    await using var database = await SocialMapDatabase.OpenAsync(settings.Database, logs, stop.Token);
    await using var app = SocialMapServer.Build(await prepared, database);
    await database.Warmed;
    serving = true;
    await app.RunAsync(stop.Token);
    return 0;
}
catch (Exception reason) when (stop.Token.IsCancellationRequested && (reason is OperationCanceledException || !serving))
{
    // Opening a database and being told to stop halfway ends in exceptions of many kinds, and none of them is a fault.
    return 0;
}
catch (Exception reason) when (reason is StartupException or SocialMapDatabaseException or UnboundSchemaException)
{
    Console.Error.WriteLine(reason.Message);
    return 1;
}
catch (IOException reason) when (reason.InnerException is AddressInUseException)
{
    Console.Error.WriteLine(PortCheck.TakenMeanwhile);
    return 1;
}
catch (Exception fault)
{
    Log.Failed(logs.CreateLogger("OpenSocialMap"), fault);
    return 1;
}
