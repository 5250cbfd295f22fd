using System.Diagnostics;

namespace OpenSocialMap.Disclosure.Bench;

/// <summary>How long each stage took.</summary>
sealed class StageClock : IProgress<ProtectionProgress>
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Dictionary<ProtectionStage, TimeSpan> _ends = [];

    public void Report(ProtectionProgress value) => _ends[value.Stage] = _clock.Elapsed;

    public override string ToString() => string.Join(", ", _ends.Select(end => $"{end.Key} until {end.Value.TotalSeconds:0.0} s"));
}
