using System.Diagnostics;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Sql;

namespace OpenSocialMap.Server.Telemetry;

/// <summary>Tells of each request what it was, what it cost and how long each stage took: to the trace, the meters and the log. Never who asked, or with what values.</summary>
internal sealed class RequestTelemetry(Instruments instruments, ILoggerFactory logs)
{
    private static readonly Stage[] Stages = [Stage.Read, Stage.Validate, Stage.Plan, Stage.Run];
    private readonly ILogger _log = logs.CreateLogger(ConsoleLog.Requests);

    /// <summary>The request's span; null when nobody collects spans.</summary>
    public Activity? Begin() => instruments.Source.StartActivity("GraphQL Operation");

    /// <param name="operation">Null when the request was refused before its operation was known.</param>
    /// <param name="outcome">How it ended: one of <see cref="Outcome"/>, or the code of its error.</param>
    public void End(Activity? span, in StageTimer timer, OperationLabel? operation, double cost, string outcome)
    {
        if (instruments.Duration.Enabled)
            Measure(timer, operation, cost, outcome);
        if (span is not null)
            Describe(span, timer, operation, cost, outcome);
        if (_log.IsEnabled(LogLevel.Information))
            _log.Answered(operation?.Type ?? "unknown", operation?.Name, operation?.DocumentHash, cost, outcome, timer.Total.TotalMilliseconds, timer.ServerTiming, Trace());
    }

    private void Measure(in StageTimer timer, OperationLabel? operation, double cost, string outcome)
    {
        var type = KeyValuePair.Create<string, object?>("graphql.operation.type", operation?.Type ?? "unknown");
        instruments.Duration.Record(timer.Total.TotalSeconds, type, KeyValuePair.Create<string, object?>("opensocialmap.outcome", outcome));
        if (outcome != Outcome.Answered)
            return;
        instruments.Cost.Record(cost, type);
        foreach (var stage in Stages)
            instruments.StageDuration.Record(timer.Of(stage).TotalSeconds, KeyValuePair.Create<string, object?>("opensocialmap.stage", stage.ToString().ToLowerInvariant()));
    }

    private static void Describe(Activity span, in StageTimer timer, OperationLabel? operation, double cost, string outcome)
    {
        span.SetTag("opensocialmap.outcome", outcome).SetTag("opensocialmap.cost", cost);
        if (operation is not null)
        {
            span.DisplayName = operation.Type;
            span.SetTag("graphql.operation.type", operation.Type).SetTag("graphql.operation.name", operation.Name).SetTag("graphql.document.id", operation.DocumentHash);
        }
        foreach (var stage in Stages)
            span.SetTag($"opensocialmap.stage.{stage.ToString().ToLowerInvariant()}", timer.Of(stage).TotalMilliseconds);
        if (!Outcome.IsGood(outcome))
            span.SetStatus(ActivityStatusCode.Error, outcome).SetTag("error.type", outcome);
        span.Dispose();
    }

    private static string? Trace() => Activity.Current?.TraceId.ToString();
}
