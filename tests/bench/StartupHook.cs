using System.Globalization;
using System.Net.Sockets;
using System.Text;

/// <summary>
/// Runs inside a server that is measured and tells whoever connects how many bytes it has allocated: the runtime loads it because
/// <c>DOTNET_STARTUP_HOOKS</c> names this program, so the server itself knows nothing of it.
/// https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md
/// </summary>
internal static class StartupHook
{
    /// <summary>Names the Unix socket to listen on.</summary>
    public const string SocketVariable = "BENCH_ALLOCATIONS";

    public static void Initialize()
    {
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(Environment.GetEnvironmentVariable(SocketVariable)!));
        listener.Listen();
        new Thread(() => Answer(listener)) { IsBackground = true }.Start();
    }

    private static void Answer(Socket listener)
    {
        while (true)
        {
            using var asker = listener.Accept();
            asker.Send(Encoding.ASCII.GetBytes(GC.GetTotalAllocatedBytes().ToString(CultureInfo.InvariantCulture)));
        }
    }
}
