using System.Net;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>A socket or event stream that is open: looked at every second, and told when the server stops.</summary>
internal abstract class OpenStream(HttpContext http)
{
    /// <summary>Whom it is counted for: an IPv4 address, or the network of an IPv6 one, because a household has billions of those.</summary>
    public IPAddress Client { get; } = Network(http.Connection.RemoteIpAddress);

    protected HttpContext Http => http;

    /// <summary>Ends what took too long, and lets the client know that the server is there. Does not wait.</summary>
    /// <param name="now">Milliseconds of <see cref="Environment.TickCount64"/>.</param>
    public abstract void Tick(long now);

    /// <summary>The server stops. Does not wait.</summary>
    public abstract void Stop();

    private static IPAddress Network(IPAddress? address)
    {
        if (address is null || address.IsIPv4MappedToIPv6)
            return address?.MapToIPv4() ?? IPAddress.None;
        if (address.AddressFamily != System.Net.Sockets.AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }
}
