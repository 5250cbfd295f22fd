using System.Diagnostics;

namespace OpenSocialMap.Disclosure.Bench;

/// <summary>How long something takes, on the wall and of processors; on a machine with other work only the second says much.</summary>
sealed class WorkClock
{
    private readonly Stopwatch _wall = Stopwatch.StartNew();
    private readonly TimeSpan _work = Work;

    private static TimeSpan Work => Process.GetCurrentProcess().TotalProcessorTime;

    public override string ToString()
    {
        var (wall, work) = (_wall.Elapsed, Work - _work);
        return $"{work.TotalSeconds:0.00} s of processor ({wall.TotalSeconds:0.0} s on the wall)";
    }
}
