using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace OpenSocialMap.Server.Telemetry;

/// <summary>
/// Sends spans and metrics to a collector when the standard variables name one (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and its like); otherwise
/// nothing is collected at all. https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
/// </summary>
internal sealed class OpenTelemetryExport : IHostedService, IDisposable
{
    private readonly IConfiguration _environment = new ConfigurationBuilder().AddEnvironmentVariables().Build();
    // Of no type of OpenTelemetry, so that its code is loaded only where it is wanted.
    private readonly List<IDisposable> _senders = [];

    public Task StartAsync(CancellationToken stop)
    {
        if (Wanted("TRACES"))
            _senders.Add(SendTraces());
        if (Wanted("METRICS"))
            _senders.Add(SendMetrics());
        return Task.CompletedTask;
    }

    private static TracerProvider SendTraces() => Sdk.CreateTracerProviderBuilder()
        .ConfigureResource(Describe)
        .AddSource(Instruments.Name, "Microsoft.AspNetCore", "Npgsql")
        .AddOtlpExporter()
        .Build();

    private static MeterProvider SendMetrics() => Sdk.CreateMeterProviderBuilder()
        .ConfigureResource(Describe)
        .AddMeter(Instruments.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime")
        .AddOtlpExporter()
        .Build();

    /// <summary>What is still held is sent before the process ends.</summary>
    public Task StopAsync(CancellationToken stop)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _senders.ForEach(sender => sender.Dispose());
        _senders.Clear();
    }

    private bool Wanted(string signal) =>
        _environment["OTEL_SDK_DISABLED"] is not "true"
        && (_environment[$"OTEL_{signal}_EXPORTER"] ?? (HasEndpoint(signal) ? "otlp" : "none")) == "otlp";

    private bool HasEndpoint(string signal) =>
        _environment["OTEL_EXPORTER_OTLP_ENDPOINT"] is not null || _environment[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"] is not null;

    // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES come after, so they win.
    private static void Describe(ResourceBuilder resource) => resource
        .AddService("opensocialmap", serviceVersion: typeof(OpenTelemetryExport).Assembly.GetName().Version?.ToString(3))
        .AddEnvironmentVariableDetector();
}
