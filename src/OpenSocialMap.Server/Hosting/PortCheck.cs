using System.Net;
using System.Net.Sockets;

namespace OpenSocialMap.Server.Hosting;

/// <summary>Looks whether the server's port is free before anything else happens, so that a busy port leaves no trace.</summary>
public static class PortCheck
{
    public const string TakenMeanwhile = "The port was taken by another program while OpenSocialMap was starting. Choose another with PORT.";

    public static void RequireFree(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var address = Parse(url);
            try
            {
                using var listener = new TcpListener(Host(address), address.Port);
                listener.Start();
            }
            catch (SocketException e)
            {
                throw new StartupException(Reason(e, address), e);
            }
        }
    }

    static BindingAddress Parse(string url)
    {
        try
        {
            return BindingAddress.Parse(url);
        }
        catch (FormatException e)
        {
            throw new StartupException($"'{url}' is no address to listen on; it has to look like http://127.0.0.1:5080.", e);
        }
    }

    // Kestrel reads every host that is neither a number nor "localhost" as "any".
    static IPAddress Host(BindingAddress address) =>
        IPAddress.TryParse(address.Host, out var ip) ? ip
        : address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.Any;

    static string Reason(SocketException e, BindingAddress address) => e.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse =>
            $"Port {address.Port} on {address.Host} is in use. Stop what is using it, or choose another: PORT={address.Port + 1} ./start",
        SocketError.AccessDenied => $"Port {address.Port} may not be opened by this user. Choose one above 1023 with PORT.",
        _ => $"OpenSocialMap can't listen on {address.Host} port {address.Port}: {e.Message}.",
    };
}
