using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Telemetry;

/// <summary>
/// Every span and meter of the server itself. Names follow https://opentelemetry.io/docs/specs/semconv/graphql/ where there is one; HTTP's and
/// the database's come from ASP.NET Core and Npgsql, which name theirs by the same conventions.
/// </summary>
internal sealed class Instruments : IDisposable
{
    public const string Name = "OpenSocialMap.Server";

    private readonly Meter _meter;

    public Instruments(IMeterFactory meters, StatementGate gate)
    {
        _meter = meters.Create(Name);
        Duration = _meter.CreateHistogram("opensocialmap.graphql.request.duration", "s", "How long a GraphQL request took, by operation type and outcome.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] });
        StageDuration = _meter.CreateHistogram<double>("opensocialmap.graphql.stage.duration", "s", "How long each stage of a request took.");
        _meter.CreateObservableUpDownCounter("opensocialmap.statements.waiting", () => gate.Waiting, "{statement}", "How many operations wait for a connection to the database.");
        Cost = _meter.CreateHistogram<double>("opensocialmap.graphql.operation.cost", "{point}", "What operations cost, before they run.");
    }

    public ActivitySource Source { get; } = new(Name);

    public Histogram<double> Duration { get; }

    public Histogram<double> StageDuration { get; }

    public Histogram<double> Cost { get; }

    public void Dispose()
    {
        Source.Dispose();
        _meter.Dispose();
    }
}
