using OpenSocialMap.GraphQL;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>
/// The memory that bodies may take together while they are on their way. Small ones, as nearly all are, need none of it; so whoever sends
/// large ones slowly, to have the server hold them, keeps nobody from asking.
/// </summary>
/// <param name="bytes">How much there is.</param>
internal sealed class ReceivingRoom(long bytes)
{
    private const int Small = 32 * 1024;
    private long _free = bytes;

    /// <summary>Makes what is taken for a body as much as has arrived of it. Says whether there was room.</summary>
    public bool TryGrow(ref long taken, long arrived)
    {
        if (arrived <= Small || arrived <= taken)
            return true;
        if (Interlocked.Add(ref _free, taken - arrived) < 0)
        {
            Interlocked.Add(ref _free, arrived - taken);
            return false;
        }
        taken = arrived;
        return true;
    }

    public void Return(long taken)
    {
        if (taken > 0)
            Interlocked.Add(ref _free, taken);
    }

    public static RequestRefusedException Full() =>
        new(503, new GraphQLError("The server is receiving as many long requests as it has room for. Try again in a few seconds, or send a shorter one.", ErrorCodes.Overloaded));
}
