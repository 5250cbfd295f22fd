using System.Globalization;
using System.Text;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.Server.Sql;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>
/// The data's version where answers are read. The primary tells of changes; a standby that is read from has them a little later, and an answer
/// from before would be taken for the new one.
/// </summary>
internal sealed class ReaderVersion(StatementRunner runner)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly Statement Ask = new("select version::text from api.data_version", [], [new RootField(default, null)], []);
    private long _known;

    /// <summary>Waits until this version can be read, but not for ever: a late answer is better than none.</summary>
    public async Task ReachAsync(long version, CancellationToken stop)
    {
        for (var waited = TimeSpan.Zero; _known < version && waited < Patience; waited += Pause)
        {
            if (waited > TimeSpan.Zero)
                await Task.Delay(Pause, stop);
            var result = await runner.Run(Ask, new ParameterSource(CoercedVariables.None, ""), stop);
            _known = long.Parse(Encoding.ASCII.GetString(result.Values[0]), CultureInfo.InvariantCulture);
        }
    }
}
