using OpenSocialMap.Data;

namespace OpenSocialMap.Server.Hosting;

/// <summary>Keeps the agenda as long as the server runs.</summary>
internal sealed class AgendaService(SocialMapDatabase database) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stop) => database.Agenda.RunAsync(stop);
}
