using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>A socket or event stream that is open: looked at every second, and told when the server stops.</summary>
internal abstract class OpenStream(HttpContext http, Client client)
{
    /// <summary>Whom it is counted for.</summary>
    public Client Client => client;

    protected HttpContext Http => http;

    /// <summary>Ends what took too long, and lets the client know that the server is there. Does not wait.</summary>
    /// <param name="now">Milliseconds of <see cref="Environment.TickCount64"/>.</param>
    public abstract void Tick(long now);

    /// <summary>The server stops. Does not wait.</summary>
    public abstract void Stop();
}
