using OpenSocialMap.Data;

namespace OpenSocialMap.Server.Hosting;

/// <summary>Keeps the agenda as long as the server runs.</summary>
internal sealed class AgendaService(SocialMapDatabase database) : DatabaseService
{
    protected override Task RunAsync(CancellationToken stop) => database.Agenda.RunAsync(stop);
}
