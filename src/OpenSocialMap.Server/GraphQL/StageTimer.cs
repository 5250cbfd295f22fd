using System.Diagnostics;
using System.Globalization;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>The stages that a request goes through, in order.</summary>
public enum Stage { Read, Validate, Plan, Run }

/// <summary>Times each stage of a request once; spans, metrics and the <c>Server-Timing</c> header are all made of these figures.</summary>
public struct StageTimer
{
    private readonly long _began = Stopwatch.GetTimestamp();
    private long _last;
    private TimeSpan _read, _validate, _plan, _run;

    public StageTimer() => _last = _began;

    /// <summary>Ends a stage; the next begins.</summary>
    public void Mark(Stage stage)
    {
        var now = Stopwatch.GetTimestamp();
        var elapsed = Stopwatch.GetElapsedTime(_last, now);
        _last = now;
        switch (stage)
        {
            case Stage.Read: _read = elapsed; break;
            case Stage.Validate: _validate = elapsed; break;
            case Stage.Plan: _plan = elapsed; break;
            case Stage.Run: _run = elapsed; break;
        }
    }

    /// <summary>From the beginning until now.</summary>
    public readonly TimeSpan Total => Stopwatch.GetElapsedTime(_began);

    public readonly TimeSpan Of(Stage stage) => stage switch { Stage.Read => _read, Stage.Validate => _validate, Stage.Plan => _plan, _ => _run };

    /// <summary>https://www.w3.org/TR/server-timing/, in milliseconds. Whole numbers are formatted ten times as fast as fractions.</summary>
    public readonly string ServerTiming
    {
        get
        {
            var (read, validate, plan, run) = (Microseconds(_read), Microseconds(_validate), Microseconds(_plan), Microseconds(_run));
            return string.Create(CultureInfo.InvariantCulture, stackalloc char[128],
                $"read;dur={read / 1000}.{read % 1000:D3}, validate;dur={validate / 1000}.{validate % 1000:D3}, plan;dur={plan / 1000}.{plan % 1000:D3}, db;dur={run / 1000}.{run % 1000:D3}");
        }
    }

    private static long Microseconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
}
