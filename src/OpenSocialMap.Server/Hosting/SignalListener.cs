using OpenSocialMap.Data;

namespace OpenSocialMap.Server.Hosting;

/// <summary>Listens to the database's signals as long as the server runs.</summary>
internal sealed class SignalListener(SocialMapDatabase database) : DatabaseService
{
    protected override Task RunAsync(CancellationToken stop) => database.Signals.RunAsync(stop);
}
