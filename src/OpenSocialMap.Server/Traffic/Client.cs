using System.Net;
using System.Net.Sockets;

namespace OpenSocialMap.Server.Traffic;

/// <summary>Who asks, as far as limits go: a registered client by its name, anybody else by the network address, which is kept nowhere else.</summary>
/// <param name="Kind">Which limits hold.</param>
/// <param name="Key">What is counted together.</param>
public readonly record struct Client(ClientKind Kind, string Key)
{
    private const string KeyHeader = "X-Api-Key";

    public static Client Of(HttpContext http, TrafficSettings settings)
    {
        if (settings.ClientNamesByKey.Count > 0 && http.Request.Headers[KeyHeader] is [{ } key] && settings.ClientNamesByKey.TryGetValue(key, out var name))
            return new Client(ClientKind.Registered, name);
        return http.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address)
            ? new Client(ClientKind.Anonymous, Network(address))
            : new Client(ClientKind.Local, "");
    }

    /// <summary>Of IPv6 every subscriber has at least a /64, so an address more costs nothing.</summary>
    private static string Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes).ToString();
    }
}

/// <summary>What is known of a client.</summary>
public enum ClientKind
{
    /// <summary>Nothing but its address.</summary>
    Anonymous,

    /// <summary>It sent a key that this server knows.</summary>
    Registered,

    /// <summary>It runs on this machine: the keeper's own programs, or a proxy that doesn't say for whom it asks. Limits for one client would hit all behind it.</summary>
    Local,
}
