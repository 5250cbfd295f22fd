using System.Threading.Channels;
using OpenSocialMap.Data;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>Says that the data may have moved. Several times in a row are one time.</summary>
internal sealed class LiveSignal
{
    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SocialMapDatabase _database;

    public LiveSignal(SocialMapDatabase database)
    {
        _database = database;
        database.Signals.Version.Changed += Raise;
        database.Signals.Resumed += Raise;
    }

    public long Version => _database.Signals.Version.Latest;

    public void Raise() => _raised.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken stop) => await _raised.Reader.ReadAsync(stop);
}
